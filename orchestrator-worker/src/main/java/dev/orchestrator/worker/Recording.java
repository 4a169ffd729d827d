package dev.orchestrator.worker;

import dev.orchestrator.process.Checkpoint;
import dev.orchestrator.process.Checkpoint.After;
import dev.orchestrator.process.Claim;
import dev.orchestrator.process.NextStep;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.process.StepCursor;
import dev.orchestrator.process.StepStatus;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Turns what came of a step into the checkpoint that records it. */
final class Recording {
    private static final After CONTINUES = new After.Continues();

    private final String worker;
    private final Clock clock;

    Recording(String worker, Clock clock) {
        this.worker = worker;
        this.clock = clock;
    }

    /** The checkpoint of a step that ran; the last one of the list also ends the process, in the same commit. */
    Checkpoint ended(Turn turn, StepResult result, RunningStep context, boolean modelChanged) {
        return switch (result) {
            case StepResult.Success success ->
                done(turn, row(turn, context, StepStatus.SUCCESS, context.additions(success.state(), modelChanged)));
            case StepResult.Skipped ignored -> done(turn, row(turn, context, StepStatus.SKIPPED, State.empty()));
            case StepResult.Suspended ignored ->
                new Checkpoint(
                        turn.claim(),
                        List.of(row(turn, context, StepStatus.SUSPEND, State.empty())),
                        leaves(ProcessStatus.SUSPENDED, assignee(turn.step())));
            case StepResult.AwaitingCallback awaiting ->
                new Checkpoint(
                        turn.claim(),
                        List.of(row(turn, context, StepStatus.AWAITING_CALLBACK, subStep(turn))),
                        awaiting.timeout()
                                .<After>map(timeout -> new After.Waits(ProcessStatus.AWAITING_CALLBACK, timeout, null))
                                .orElseGet(() -> leaves(ProcessStatus.AWAITING_CALLBACK, Assignee.SYSTEM)));
            case StepResult.Waiting waiting ->
                new Checkpoint(
                        turn.claim(),
                        List.of(failureRow(turn, context, StepStatus.WAITING, waiting.failure())),
                        new After.Waits(
                                ProcessStatus.WAITING,
                                waiting.pause(),
                                waiting.failure().getMessage()));
            case StepResult.Failed failed ->
                new Checkpoint(
                        turn.claim(),
                        List.of(failureRow(turn, context, StepStatus.FAILED, failed.failure())),
                        failure(failed.failure()));
            case StepResult.Completed completed ->
                new Checkpoint(
                        turn.claim(),
                        List.of(row(
                                turn,
                                context,
                                StepStatus.COMPLETE,
                                context.additions(completed.state(), modelChanged))),
                        leaves(ProcessStatus.COMPLETED, Assignee.SYSTEM));
            case StepResult.Aborted aborted ->
                new Checkpoint(
                        turn.claim(),
                        List.of(row(turn, context, StepStatus.ABORT, context.additions(aborted.state(), modelChanged))),
                        leaves(ProcessStatus.ABORTED, Assignee.SYSTEM));
        };
    }

    /** The record of a step whose condition does not hold. */
    Checkpoint skipped(Turn turn) {
        Instant now = clock.instant();
        return done(turn, newRow(turn.key(), turn.step().name(), StepStatus.SKIPPED, State.empty(), now));
    }

    /** The record of which path of a patch the process takes, written before that path's first step begins. */
    Checkpoint marked(Claim claim, NextStep.Mark mark) {
        ProcessStep marker =
                newRow(mark.key(), mark.patch().name(), StepStatus.SUCCESS, State.empty(), clock.instant());
        return new Checkpoint(claim, List.of(marker), CONTINUES);
    }

    /** The end of a process that has nothing left to run, such as one whose last steps were taken out of the code. */
    Checkpoint finished(Claim claim) {
        return new Checkpoint(claim, List.of(doneRow()), leaves(ProcessStatus.COMPLETED, Assignee.SYSTEM));
    }

    /** The process stops, visibly, because its record does not fit the code. */
    Checkpoint misfit(Claim claim, ProcessRecord record, String reason) {
        return stopped(claim, record, StepFailure.inconsistentData(reason));
    }

    /** The process stops because workers keep dying on it. */
    Checkpoint setAside(Claim claim, ProcessRecord record) {
        return stopped(
                claim,
                record,
                StepFailure.failed("Set aside: " + claim.lostLeases()
                        + " workers in a row were lost while they ran the step behind this one, without recording anything."
                        + " Find out what the step does to its worker before you retry; the last one was to be "
                        + worker));
    }

    private Checkpoint stopped(Claim claim, ProcessRecord record, StepFailure failure) {
        ProcessStep last = record.steps().getLast();
        ProcessStep row = last.status() == StepStatus.FAILED && sameError(last, failure)
                ? again(last, State.of("error", failure.getMessage()))
                : newRow(
                        "stopped",
                        last.name(),
                        StepStatus.FAILED,
                        State.of("error", failure.getMessage()),
                        clock.instant());
        return new Checkpoint(claim, List.of(row), failure(failure));
    }

    private Checkpoint done(Turn turn, ProcessStep row) {
        boolean isLast = StepCursor.next(turn.list(), turn.record().with(List.of(row))) instanceof NextStep.Finished;
        return isLast
                ? new Checkpoint(
                        turn.claim(), List.of(row, doneRow()), leaves(ProcessStatus.COMPLETED, Assignee.SYSTEM))
                : new Checkpoint(turn.claim(), List.of(row), CONTINUES);
    }

    private ProcessStep row(Turn turn, RunningStep context, StepStatus status, State changes) {
        return new ProcessStep(
                UUID.randomUUID(),
                turn.key(),
                turn.step().name(),
                status,
                changes,
                context.reporter(),
                context.startedAt(),
                clock.instant(),
                1);
    }

    /** What clients show of a step inside a group. */
    private static State subStep(Turn turn) {
        String group = turn.step().name().replaceFirst(" - .*", "");
        return State.of("__step_group", group).with("__sub_step", turn.step().name());
    }

    /** A step that fails again in the same way keeps its row, with one attempt more. */
    private ProcessStep failureRow(Turn turn, RunningStep context, StepStatus status, StepFailure failure) {
        State error = State.of("error", failure.getMessage())
                .with("class", failure.kind().name().toLowerCase(java.util.Locale.ROOT))
                .with("worker", worker);
        return turn.record()
                .lastStep()
                .filter(last -> last.key().equals(turn.key()) && last.status() == status && sameError(last, failure))
                .map(last -> again(last, error.with("retries", last.attempt())))
                .orElseGet(() -> row(turn, context, status, error));
    }

    private ProcessStep again(ProcessStep last, State error) {
        return new ProcessStep(
                last.stepId(),
                last.key(),
                last.name(),
                last.status(),
                error,
                last.createdBy(),
                last.startedAt(),
                clock.instant(),
                last.attempt() + 1);
    }

    private static boolean sameError(ProcessStep last, StepFailure failure) {
        return last.changes()
                .get("error")
                .map(error -> error.asText().equals(failure.getMessage()))
                .orElse(false);
    }

    private ProcessStep doneRow() {
        return newRow("done", "Done", StepStatus.COMPLETE, State.empty(), clock.instant());
    }

    private static ProcessStep newRow(String key, String name, StepStatus status, State changes, Instant now) {
        return new ProcessStep(UUID.randomUUID(), key, name, status, changes, "SYSTEM", now, now, 1);
    }

    private static After leaves(ProcessStatus status, Assignee assignee) {
        return new After.Leaves(status, assignee.name(), null, null);
    }

    private static After failure(StepFailure failure) {
        ProcessStatus status = switch (failure.kind()) {
            case FAILED -> ProcessStatus.FAILED;
            case INCONSISTENT_DATA -> ProcessStatus.INCONSISTENT_DATA;
            case API_UNAVAILABLE -> ProcessStatus.API_UNAVAILABLE;
        };
        return new After.Leaves(
                status,
                Assignee.SYSTEM.name(),
                failure.getMessage(),
                traceback(failure).orElse(null));
    }

    /** For operators with access to the table; clients never see it. */
    private static Optional<String> traceback(StepFailure failure) {
        if (failure.getCause() == null) {
            return Optional.empty();
        }
        StringWriter text = new StringWriter();
        failure.getCause().printStackTrace(new PrintWriter(text));
        return Optional.of(text.toString());
    }

    private static Assignee assignee(Step step) {
        return step instanceof Step.Input input ? input.assignee() : Assignee.SYSTEM;
    }
}
