package dev.orchestrator.worker;

import dev.orchestrator.error.DatabaseOutage;
import dev.orchestrator.process.Checkpoint;
import dev.orchestrator.process.Checkpoints;
import dev.orchestrator.process.Checkpoints.Settled;
import dev.orchestrator.process.Checkpoints.Written;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.process.StepStatus;
import dev.orchestrator.process.Verdict;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Callback;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepResult;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Writes what came of a step; when the database refuses it, that is what came of the step. */
final class OutcomeWriter {
    private static final Logger LOG = Logger.getLogger(OutcomeWriter.class);

    private final CheckpointWriter writer;
    private final Checkpoints checkpoints;
    private final Recording recording;
    private final Families families;

    OutcomeWriter(CheckpointWriter writer, Checkpoints checkpoints, Recording recording, Families families) {
        this.writer = writer;
        this.checkpoints = checkpoints;
        this.recording = recording;
        this.families = families;
    }

    /** Writes a checkpoint as it is. */
    Progress write(ProcessRecord record, Checkpoint checkpoint) {
        Verdict verdict = writer.write(checkpoint.of(record.process()));
        return new Progress(record.with(checkpoint.steps()), checkpoint.after(), verdict);
    }

    Progress ended(Turn turn, StepResult result, RunningStep context) {
        log(turn, result);
        try {
            return switch (turn.step()) {
                case Step.Await ignored -> awaiting(turn, result, context);
                case Step.ForEach ignored
                when result instanceof StepResult.AwaitingChildren children -> withChildren(turn, children, context);
                default ->
                    isKept(result) && context.hasWork()
                            ? withWork(turn, result, context)
                            : plain(turn, result, context);
            };
        } catch (CheckpointWriter.UnstorableOutcome | StepFailure unstorable) {
            return failed(turn, context, unstorable);
        }
    }

    private Progress plain(Turn turn, StepResult result, RunningStep context) {
        return write(turn.record(), turn.own(recording.ended(turn, result, context, false)));
    }

    /**
     * When the database went away nobody knows whether the work was done: then the process is dropped, and whoever claims it next
     * goes on from what is on record.
     */
    private Progress withWork(Turn turn, StepResult result, RunningStep context) {
        boolean modelChanged = context.isModelChanged();
        try {
            Written written = checkpoints.write(
                    context.work(), () -> turn.own(recording.ended(turn, result, context, modelChanged)));
            return progress(turn, written.checkpoint(), written.verdict());
        } catch (RuntimeException e) {
            if (DatabaseOutage.isCauseOf(e)) {
                throw e;
            }
            return failed(turn, context, e);
        }
    }

    private Progress withChildren(Turn turn, StepResult.AwaitingChildren awaiting, RunningStep context) {
        try {
            return families.ended(turn, awaiting, context);
        } catch (RuntimeException e) {
            return failed(turn, context, e);
        }
    }

    private Progress failed(Turn turn, RunningStep context, RuntimeException cause) {
        StepResult failed = new StepResult.Failed(StepFailure.of(cause));
        log(turn, failed);
        return plain(turn, failed, context);
    }

    /** The report may have come, or come just now: only the lock tells which is first, it, the wait for it, or the timeout. */
    private Progress awaiting(Turn turn, StepResult reached, RunningStep context) {
        Settled settled = writer.settle(turn.claim(), turn.parent(), (transaction, record) -> {
            Turn now = turn.at(record);
            return awaited(now, reached).map(result -> now.own(recording.ended(now, result, context, false)));
        });
        return Progress.of(settled);
    }

    private static Optional<StepResult> awaited(Turn turn, StepResult reached) {
        Optional<ProcessStep> newest = turn.record().newest(turn.key());
        StepStatus status = newest.map(ProcessStep::status).orElse(null);
        if (newest.filter(row -> row.changes().has(Callback.EARLY)).isPresent()) {
            return Optional.of(StepResult.success(State.empty()));
        }
        if (status == StepStatus.SUCCESS) {
            return Optional.empty();
        }
        return Optional.of(
                status == StepStatus.AWAITING_CALLBACK ? timeUp(((Step.Await) turn.step()).timeout()) : reached);
    }

    private static StepResult timeUp(Optional<Duration> timeout) {
        return new StepResult.Failed(StepFailure.failed(
                "No callback came within " + timeout.map(Duration::toSeconds).orElse(0L) + " seconds"));
    }

    private static Progress progress(Turn turn, Checkpoint made, Verdict verdict) {
        return new Progress(turn.record().with(made.steps()), made.after(), verdict);
    }

    /** The database work of a step that failed is not kept: the step will run again. */
    private static boolean isKept(StepResult result) {
        return switch (result) {
            case StepResult.Success ignored -> true;
            case StepResult.Skipped ignored -> true;
            case StepResult.Completed ignored -> true;
            case StepResult.Aborted ignored -> true;
            case StepResult.Suspended ignored -> false;
            case StepResult.AwaitingCallback ignored -> false;
            case StepResult.AwaitingChildren ignored -> false;
            case StepResult.Sleeping ignored -> false;
            case StepResult.Waiting ignored -> false;
            case StepResult.Failed ignored -> false;
        };
    }

    private static void log(Turn turn, StepResult result) {
        if (result instanceof StepResult.Failed failed) {
            LOG.warnf(
                    failed.failure().getCause(),
                    "processId=%s workflow=%s step=%s failed: %s",
                    turn.claim().processId(),
                    turn.record().process().workflowName(),
                    turn.key(),
                    failed.failure().getMessage());
        } else {
            LOG.debugf(
                    "processId=%s workflow=%s step=%s %s",
                    turn.claim().processId(),
                    turn.record().process().workflowName(),
                    turn.key(),
                    result.getClass().getSimpleName());
        }
    }
}
