package dev.orchestrator.worker;

import dev.orchestrator.process.Checkpoint;
import dev.orchestrator.process.Checkpoint.After;
import dev.orchestrator.process.Claim;
import dev.orchestrator.process.NextStep;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.process.RowIds;
import dev.orchestrator.process.StepCursor;
import dev.orchestrator.process.StepError;
import dev.orchestrator.process.StepStatus;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Children;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what came of a step into the checkpoint that records it. */
final class Recording {
    private static final After CONTINUES = new After.Continues();
    private static final String ERROR = "error";
    /** By this the process is found again when other code may fit it. */
    private static final String MISFIT = "misfit";
    /** For people: when a step that is tried again by itself is next. */
    private static final String NEXT_ATTEMPT_AT = "next_attempt_at";

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
                                .map(timeout -> waits(ProcessStatus.AWAITING_CALLBACK, timeout, null))
                                .orElseGet(() -> leaves(ProcessStatus.AWAITING_CALLBACK, Assignee.SYSTEM)));
            case StepResult.AwaitingChildren ignored -> awaitingChildren(turn, context);
            case StepResult.Sleeping sleeping -> asleep(turn, context, sleeping.until());
            case StepResult.Waiting waiting -> waiting(turn, context, waiting);
            case StepResult.Failed failed ->
                new Checkpoint(
                        turn.claim(),
                        List.of(failureRow(turn, context, StepStatus.FAILED, describe(failed.failure()))),
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

    private Checkpoint awaitingChildren(Turn turn, RunningStep context) {
        List<ProcessStep> rows = new ArrayList<>();
        String startedKey = Children.startedKey(turn.key());
        if (turn.record().newest(startedKey).isEmpty()) {
            rows.add(newRow(startedKey, "Start children", StepStatus.SUCCESS, State.empty(), clock.instant()));
        }
        rows.add(turn.record()
                .newest(turn.key())
                .filter(last -> last.status() == StepStatus.WAITING)
                .orElseGet(() -> row(turn, context, StepStatus.WAITING, State.empty())));
        return new Checkpoint(turn.claim(), rows, leaves(ProcessStatus.WAITING, Assignee.SYSTEM));
    }

    private Checkpoint waiting(Turn turn, RunningStep context, StepResult.Waiting waiting) {
        StepFailure failure = waiting.failure();
        State description =
                describe(failure).with(NEXT_ATTEMPT_AT, clock.instant().plus(waiting.pause()));
        return new Checkpoint(
                turn.claim(),
                List.of(failureRow(turn, context, StepStatus.WAITING, description)),
                waits(ProcessStatus.WAITING, waiting.pause(), failure.getMessage()));
    }

    /** A millisecond more than is left, for the queue counts whole ones: nobody is to be woken too early. */
    private Checkpoint asleep(Turn turn, RunningStep context, Instant until) {
        ProcessStep row = row(turn, context, StepStatus.WAITING, State.of(ProcessStep.SLEEPS_UNTIL, until));
        Duration left = Duration.between(clock.instant(), until).plusMillis(1);
        return new Checkpoint(
                turn.claim(),
                List.of(turn.record()
                        .newest(turn.key())
                        .filter(last -> last.status() == StepStatus.WAITING)
                        .orElse(row)),
                waits(ProcessStatus.WAITING, left, null));
    }

    /** When the timer ends that this row has begun. */
    static Optional<Instant> sleepsUntil(ProcessStep row) {
        return row.changes().get(ProcessStep.SLEEPS_UNTIL).map(until -> Instant.parse(until.asText()));
    }

    /** When the step of this row is tried again by itself. */
    static Optional<Instant> nextAttemptAt(ProcessStep row) {
        return row.changes().get(NEXT_ATTEMPT_AT).map(at -> Instant.parse(at.asText()));
    }

    /** All branches stand still, so the process does: a row of the parallel step itself says how. */
    Checkpoint parked(Turn parallel, After after) {
        ProcessStep last = parallel.record().steps().getLast();
        ProcessStep row = newRow(
                parallel.key(),
                parallel.step().name(),
                standing(after),
                parkedDocument(parallel, after),
                clock.instant());
        boolean isAsBefore = last.key().equals(row.key()) && last.status() == row.status();
        return new Checkpoint(parallel.claim(), List.of(isAsBefore ? again(last, row.changes()) : row), after);
    }

    private static StepStatus standing(After after) {
        ProcessStatus status = switch (after) {
            case After.Leaves leaves -> leaves.status();
            case After.Waits waits -> waits.status();
            case After.Continues ignored -> ProcessStatus.WAITING;
        };
        return switch (status) {
            case SUSPENDED -> StepStatus.SUSPEND;
            case AWAITING_CALLBACK -> StepStatus.AWAITING_CALLBACK;
            case WAITING -> StepStatus.WAITING;
            default -> StepStatus.FAILED;
        };
    }

    /** What failed in a branch is told again, and whether the process goes on by itself once other code fits. */
    private static State parkedDocument(Turn parallel, After after) {
        if (!(after instanceof After.Leaves leaves) || leaves.failedReason() == null) {
            return State.empty();
        }
        State document = State.of(ERROR, leaves.failedReason());
        return parallel.record().steps().reversed().stream()
                .map(ProcessStep::changes)
                .filter(changes -> changes.get(ERROR).equals(document.get(ERROR)))
                .findFirst()
                .flatMap(changes -> changes.get(MISFIT))
                .map(misfit -> document.with(MISFIT, misfit))
                .orElse(document);
    }

    /** The row that a successful step in a branch would get, for finding out whether it can be joined. */
    ProcessStep success(Turn turn, RunningStep context, State returned) {
        return row(turn, context, StepStatus.SUCCESS, context.additions(returned, false));
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
        return stopped(claim, record, StepFailure.misfit(StepFailure.Misfit.STEPS, reason));
    }

    /** The process stops because what its code asks on the way to the next step failed. */
    Checkpoint lost(Claim claim, ProcessRecord record, StepFailure failure) {
        return stopped(claim, record, failure);
    }

    /** The process stops because its record can't be read, and so can't be gone on with. */
    Checkpoint unreadable(Claim claim, String reason) {
        StepFailure failure = StepFailure.inconsistentData("The record of this process can't be read: " + reason
                + ". Mend the row, or run it on a version that can read it, then retry");
        return new Checkpoint(
                claim,
                List.of(newRow("stopped", "Read record", StepStatus.FAILED, describe(failure), clock.instant())),
                failure(failure));
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
        State error = describe(failure);
        ProcessStep row =
                last.status() == StepStatus.FAILED && last.changes().get(ERROR).equals(error.get(ERROR))
                        ? again(last, error)
                        : newRow(ProcessStep.STOPPED, last.name(), StepStatus.FAILED, error, clock.instant());
        return new Checkpoint(claim, List.of(row), failure(failure));
    }

    private Checkpoint done(Turn turn, ProcessStep row) {
        return isLast(turn, row)
                ? new Checkpoint(
                        turn.claim(), List.of(row, doneRow()), leaves(ProcessStatus.COMPLETED, Assignee.SYSTEM))
                : new Checkpoint(turn.claim(), List.of(row), CONTINUES);
    }

    /** A condition that fails now fails again on the way to the next step; what is done is recorded first. */
    private static boolean isLast(Turn turn, ProcessStep row) {
        try {
            return StepCursor.next(turn.list(), turn.record().with(List.of(row))) instanceof NextStep.Finished;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private ProcessStep row(Turn turn, RunningStep context, StepStatus status, State changes) {
        changes.whyNotKept().ifPresent(problem -> {
            throw StepFailure.failed("What the step added to the state " + problem);
        });
        return new ProcessStep(
                RowIds.next(),
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
    private ProcessStep failureRow(Turn turn, RunningStep context, StepStatus status, State description) {
        return turn.record()
                .newest(turn.key())
                .filter(last ->
                        last.status() == status && last.changes().get(ERROR).equals(description.get(ERROR)))
                .map(last -> again(last, description.with("retries", last.attempt())))
                .orElseGet(() -> row(turn, context, status, description));
    }

    private State describe(StepFailure failure) {
        State description = StepError.of(failure, worker);
        return failure.misfit()
                .map(misfit -> description.with(MISFIT, misfit.name()))
                .orElse(description);
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

    private ProcessStep doneRow() {
        return newRow("done", "Done", StepStatus.COMPLETE, State.empty(), clock.instant());
    }

    private static ProcessStep newRow(String key, String name, StepStatus status, State changes, Instant now) {
        return new ProcessStep(RowIds.next(), key, name, status, changes, "SYSTEM", now, now, 1);
    }

    private static After leaves(ProcessStatus status, Assignee assignee) {
        return new After.Leaves(status, assignee.name(), null, null);
    }

    private static After waits(ProcessStatus status, Duration pause, String failedReason) {
        return new After.Waits(status, Assignee.SYSTEM.name(), pause, failedReason);
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
                StepError.stack(failure).orElse(null));
    }

    private static Assignee assignee(Step step) {
        return step instanceof Step.Input input ? input.assignee() : Assignee.SYSTEM;
    }
}
