package dev.orchestrator.evolution;

import dev.orchestrator.evolution.Move.Place;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.process.RowIds;
import dev.orchestrator.process.StepStatus;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Callback;
import dev.orchestrator.workflow.Children;
import dev.orchestrator.workflow.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides how a process stands on the target: one that waits goes on waiting if the step at which it goes on waits for the same
 * kind of thing, else it goes back into the queue; one that has failed stays so until somebody retries it.
 */
record StandingOnTarget(LiveProcess live, Position position, TargetStep target, State state) {
    private static final Place AS_IT_WAS = new Place.AsItWas();

    Move.Standing standing() {
        requireSameChildren();
        ProcessStatus status = live.process().status();
        return switch (status) {
            case SUSPENDED -> target.step() instanceof Step.Input input ? asking(input) : goingOn();
            case AWAITING_CALLBACK -> target.step() instanceof Step.Await ? staying() : goingOn();
            case WAITING -> isSameStep() ? staying() : goingOn();
            case FAILED, API_UNAVAILABLE -> isSameStep() ? staying() : kept(List.of());
            case INCONSISTENT_DATA -> goingOn();
            case CREATED, RUNNING, RESUMED -> kept(List.of());
            case COMPLETED, ABORTED -> throw new NotMigratable("The process has ended");
        };
    }

    /** The form is made once, to see that it can be made of the new state. */
    private Move.Standing asking(Step.Input input) {
        if (input.form().apply(state) == null) {
            throw new NotMigratable("Step '" + target.key() + "' makes no form of the new state");
        }
        return standing(List.of(waitingRow()), live.process().status(), input.assignee(), AS_IT_WAS);
    }

    private Move.Standing staying() {
        return kept(List.of(waitingRow()));
    }

    private Move.Standing kept(List<ProcessStep> rows) {
        return standing(rows, live.process().status(), live.process().assignee(), AS_IT_WAS);
    }

    private Move.Standing goingOn() {
        return standing(List.of(), ProcessStatus.RESUMED, Assignee.SYSTEM, new Place.Due(null));
    }

    private Move.Standing standing(List<ProcessStep> rows, ProcessStatus status, Assignee assignee, Place place) {
        if (target.step() instanceof Step.Await && status != ProcessStatus.AWAITING_CALLBACK) {
            requireAsked();
        }
        List<ProcessStep> all = new ArrayList<>();
        endpointRow().ifPresent(all::add);
        live.record().childrenStarted().ifPresent(all::add);
        all.addAll(rows);
        return new Move.Standing(target.key(), target.passed(), all, status, assignee, place);
    }

    /** Its children are known by the step that has started them; any other one would start its own beside them. */
    private void requireSameChildren() {
        live.record()
                .childrenStarted()
                .flatMap(row -> Children.stepOf(row.key()))
                .filter(step -> !step.equals(target.key()) || !(target.step() instanceof Step.ForEach))
                .ifPresent(step -> {
                    throw new NotMigratable("Its step '" + step + "' has started children that have not all ended, and"
                            + " can't go on at '" + target.key() + "': let the step end first, or let it go on at a"
                            + " for-each step of the same id");
                });
    }

    /** A report can only come for what was asked for. */
    private void requireAsked() {
        if (!state.has(Callback.TOKEN)) {
            throw new NotMigratable("Step '" + target.key()
                    + "' waits for a report that this process has not asked for; let it go on at the step that asks");
        }
    }

    /** The route that was given to the other system goes on to hold, for the target's step. */
    private Optional<ProcessStep> endpointRow() {
        String key = Callback.endpointKey(target.key());
        if (!target.passed().contains(key) || !state.has(Callback.TOKEN)) {
            return Optional.empty();
        }
        Instant since = live.process().lastModifiedAt();
        String resultKey =
                target.step() instanceof Step.Await await ? await.resultKey() : state.text(Callback.RESULT_KEY);
        return Optional.of(new ProcessStep(
                RowIds.next(),
                key,
                "Keep endpoint",
                StepStatus.SUCCESS,
                State.of(Callback.TOKEN, state.text(Callback.TOKEN))
                        .with(Callback.ROUTE, state.text(Callback.ROUTE))
                        .with(Callback.RESULT_KEY, resultKey),
                "SYSTEM",
                since,
                since,
                1));
    }

    private boolean isSameStep() {
        return position.next().filter(target.key()::equals).isPresent()
                && live.record()
                        .lastStep()
                        .filter(last -> last.key().equals(target.key()))
                        .isPresent();
    }

    /** The row at which the process waits, once more under the target's step, so that it stays the last of the record. */
    private ProcessStep waitingRow() {
        ProcessStep last = live.record().lastStep().orElseThrow();
        return new ProcessStep(
                RowIds.next(),
                target.key(),
                target.step().name(),
                last.status(),
                last.changes(),
                last.createdBy(),
                last.startedAt(),
                last.completedAt(),
                last.attempt());
    }
}
