package dev.orchestrator.worker;

import dev.orchestrator.process.Checkpoint;
import dev.orchestrator.process.Checkpoints;
import dev.orchestrator.process.Checkpoints.Written;
import dev.orchestrator.process.Claim;
import dev.orchestrator.process.NextStep;
import dev.orchestrator.process.ProcessQueue;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.StepCursor;
import dev.orchestrator.process.Verdict;
import dev.orchestrator.state.StateMisfit;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.StepResult;
import dev.orchestrator.workflow.WorkflowRegistry;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Drives one claimed process, step by step, until it ends, waits, or the claim is lost. */
final class ProcessRunner {
    private static final Logger LOG = Logger.getLogger(ProcessRunner.class);

    private final WorkflowRegistry workflows;
    private final StepRunner steps;
    private final CheckpointWriter writer;
    private final Checkpoints checkpoints;
    private final ProcessQueue queue;
    private final HeldClaims held;
    private final Recording recording;
    private final int lostLeaseLimit;

    ProcessRunner(
            WorkflowRegistry workflows,
            StepRunner steps,
            CheckpointWriter writer,
            Checkpoints checkpoints,
            ProcessQueue queue,
            HeldClaims held,
            Recording recording,
            int lostLeaseLimit) {
        this.workflows = workflows;
        this.steps = steps;
        this.writer = writer;
        this.checkpoints = checkpoints;
        this.queue = queue;
        this.held = held;
        this.recording = recording;
        this.lostLeaseLimit = lostLeaseLimit;
    }

    void run(Claim claim, ProcessRecord claimed, BooleanSupplier stopping) {
        StepList list = workflows.steps(claimed.process().workflow()).orElseThrow();
        if (claim.lostLeases() >= lostLeaseLimit) {
            writer.write(recording.setAside(claim, claimed));
            return;
        }
        ProcessRecord record = claimed;
        boolean mayGoOn = true;
        while (held.holds(claim)) {
            if (!mayGoOn || stopping.getAsBoolean()) {
                queue.handBack(claim);
                return;
            }
            Written written = advance(claim, record, list);
            if (written.verdict() == Verdict.LOST) {
                LOG.infof("processId=%s lost its claim; whoever holds it now goes on", claim.processId());
                return;
            }
            if (!(written.checkpoint().after() instanceof Checkpoint.After.Continues)) {
                return;
            }
            mayGoOn = written.verdict() == Verdict.GO_ON;
            record = record.with(written.checkpoint().steps());
        }
    }

    /** Takes the process one step further. */
    private Written advance(Claim claim, ProcessRecord record, StepList list) {
        NextStep next;
        try {
            next = StepCursor.next(list, record);
        } catch (StateMisfit misfit) {
            return written(recording.lost(claim, record, StepFailure.ofState("A condition of the workflow", misfit)));
        } catch (RuntimeException e) {
            return written(recording.lost(claim, record, StepFailure.of(e)));
        }
        return switch (next) {
            case NextStep.Finished ignored -> written(recording.finished(claim));
            case NextStep.Misfit misfit -> written(recording.misfit(claim, record, misfit.reason()));
            case NextStep.Mark mark -> written(recording.marked(claim, mark));
            case NextStep.Skip skip ->
                written(recording.skipped(new Turn(claim, record, list, skip.key(), skip.step())));
            case NextStep.Run run ->
                runStep(new Turn(claim, record, list, run.key(), StepList.unconditional(run.step())));
        };
    }

    private Written runStep(Turn turn) {
        RunningStep context = steps.contextOf(turn);
        StepResult result = steps.run(turn, context);
        log(turn, result);
        try {
            return isKept(result) && context.hasWork()
                    ? writtenWithWork(turn, result, context)
                    : written(recording.ended(turn, result, context, false));
        } catch (CheckpointWriter.UnstorableOutcome unstorable) {
            return failed(turn, context, unstorable);
        }
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
            case StepResult.Sleeping ignored -> false;
            case StepResult.Waiting ignored -> false;
            case StepResult.Failed ignored -> false;
        };
    }

    private Written writtenWithWork(Turn turn, StepResult result, RunningStep context) {
        boolean modelChanged = context.isModelChanged();
        try {
            return checkpoints.write(context.work(), () -> recording.ended(turn, result, context, modelChanged));
        } catch (RuntimeException e) {
            return failed(turn, context, e);
        }
    }

    private Written failed(Turn turn, RunningStep context, RuntimeException cause) {
        StepResult failed = new StepResult.Failed(StepFailure.of(cause));
        log(turn, failed);
        return written(recording.ended(turn, failed, context, false));
    }

    private Written written(Checkpoint checkpoint) {
        return new Written(checkpoint, writer.write(checkpoint));
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
