package dev.orchestrator.workflow;

import dev.orchestrator.form.Form;
import dev.orchestrator.state.State;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import dev.orchestrator.subscription.SubscriptionModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Builds a {@link StepList}, one line a step, typed by the model that the workflow works on.
 *
 * <p>A step that takes the model gets it freshly loaded; what it changes is saved together with the step's record. A step
 * that takes the state returns what it adds. Start one with the methods of the workflow's kind, such as
 * {@link CreateWorkflow#create}.
 *
 * @param <M> the model of the workflow's subscription; {@link SubscriptionModel} itself where there is none
 */
public final class Steps<M extends SubscriptionModel> {
    /** A step on the model. */
    @FunctionalInterface
    public interface ModelStep<M> {
        void run(M model) throws Exception;
    }

    /** A step on the model that reads the state and returns what it adds. */
    @FunctionalInterface
    public interface ModelAndStateStep<M> {
        State run(M model, State state) throws Exception;
    }

    /** A step on the model that reads a part of the state, such as a page of the form, and adds nothing. */
    @FunctionalInterface
    public interface ModelAndInputStep<M, T> {
        void run(M model, T input) throws Exception;
    }

    /** A step on the state alone, which returns what it adds. */
    @FunctionalInterface
    public interface StateStep {
        State run(State state) throws Exception;
    }

    private final List<Step> steps = new ArrayList<>();

    Steps() {}

    public Steps<M> step(String id, String name, ModelStep<M> action) {
        return add(new Step.Action(id, name, onModel(action)));
    }

    public Steps<M> step(String id, String name, ModelAndStateStep<M> action) {
        return add(new Step.Action(id, name, onModel(action)));
    }

    /** A step on the model, with the part of the state that the record names. */
    public <T extends Record> Steps<M> step(String id, String name, Class<T> input, ModelAndInputStep<M, T> action) {
        return add(new Step.Action(id, name, onModel(input, action)));
    }

    public Steps<M> stateStep(String id, String name, StateStep action) {
        return add(new Step.Action(id, name, onState(action)));
    }

    /** A step that decides how it ended, or needs more of the process than model and state. */
    public Steps<M> resultStep(String id, String name, StepAction action) {
        return add(new Step.Action(id, name, action));
    }

    /** A step on the state that is tried again by itself while it fails. */
    public Steps<M> retryStep(String id, String name, Backoff backoff, StateStep action) {
        return add(new Step.Retry(id, name, backoff, onState(action)));
    }

    /** Interrupts the step before it, and fails it, when it takes longer; of a retry step each attempt. */
    public Steps<M> within(Duration time) {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A time limit stands behind the step that it is for");
        }
        steps.add(limited(steps.removeLast(), time));
        return this;
    }

    /** Pauses the process; it costs no worker anything and survives restarts. */
    public Steps<M> sleep(String id, String name, Duration time) {
        return add(new Step.Timer(id, name, (state, now) -> now.plus(time)));
    }

    /** Pauses the process until an instant that the state gives when the step is reached; one that has passed pauses nothing. */
    public Steps<M> sleepUntil(String id, String name, Function<State, Instant> until) {
        return add(new Step.Timer(id, name, (state, now) -> until.apply(state)));
    }

    /** A step like {@link #resultStep} that is tried again by itself while it fails. */
    public Steps<M> retryResultStep(String id, String name, Backoff backoff, StepAction action) {
        return add(new Step.Retry(id, name, backoff, action));
    }

    /** Asks a person; the answer is merged into the state. */
    public Steps<M> input(String id, String name, Assignee assignee, Function<State, Form> form) {
        return add(new Step.Input(id, name, assignee, form));
    }

    /** Names who may answer the question that the step before is. */
    public Steps<M> answeredBy(Permission permission) {
        if (steps.isEmpty() || !(steps.removeLast() instanceof Step.Input input)) {
            throw new IllegalArgumentException("Who may answer stands behind the input step that it is for");
        }
        steps.add(new Step.Input(input.id(), input.name(), input.assignee(), input.form(), Optional.of(permission)));
        return this;
    }

    /** Asks another system and waits for its report; people see it as one step. */
    public Steps<M> callback(String id, String name, Callback callback) {
        return add(new Step.Group(id, name, callback.parts(name)));
    }

    /** Starts a process for each item, and waits for them. */
    public Steps<M> forEach(String id, String name, Children children) {
        return add(new Step.ForEach(id, name, children));
    }

    /** Steps that people see as one. */
    public Steps<M> group(String id, String name, UnaryOperator<Steps<M>> content) {
        return add(new Step.Group(id, name, content.apply(new Steps<>()).steps));
    }

    /**
     * Steps that run at the same time, each a branch; a group is a branch of several.
     *
     * <p>A branch sees nothing of the others until all are done; then what they added is joined. Two branches must not give
     * one key of the state different values.
     */
    public Steps<M> parallel(String id, String name, UnaryOperator<Steps<M>> branches) {
        return add(new Step.Parallel(id, name, branches.apply(new Steps<>()).steps));
    }

    /** Steps that run only if the condition holds when each is reached; put them into a group to ask once. */
    public Steps<M> when(Predicate<State> condition, UnaryOperator<Steps<M>> content) {
        conditional(condition, content.apply(new Steps<>()).steps).forEach(this::add);
        return this;
    }

    /**
     * Changes the list while processes live: one that has done or begun any of the old steps, or has passed the place, goes on
     * with the old steps; one that gets here later takes the new ones.
     *
     * <p>Which it takes is decided once and stays. When no process is on the old path any more, which {@code processes check}
     * tells, make it {@link #deprecatePatch}.
     *
     * @param id names the change; unique in the workflow
     */
    public Steps<M> patched(String id, UnaryOperator<Steps<M>> newSteps, UnaryOperator<Steps<M>> oldSteps) {
        return add(new Step.Patch(
                id, newSteps.apply(new Steps<>()).steps, Optional.of(oldSteps.apply(new Steps<>()).steps)));
    }

    /** The second stage of {@link #patched}: the old steps are gone. When no process is marked any more, leave only the new steps. */
    public Steps<M> deprecatePatch(String id, UnaryOperator<Steps<M>> newSteps) {
        return add(new Step.Patch(id, newSteps.apply(new Steps<>()).steps, Optional.empty()));
    }

    /** Moves the subscription on, which checks that the model has what the lifecycle demands. */
    public Steps<M> moveTo(SubscriptionLifecycle next) {
        FrameworkSteps.moveTo(this, next);
        return this;
    }

    /** Ends the list of a workflow that works on a subscription: sets it in sync again. */
    public StepList unlock() {
        FrameworkSteps.unlock(this);
        return done();
    }

    /** Ends the list as it stands. */
    public StepList done() {
        return new StepList(steps);
    }

    Steps<M> add(Step step) {
        steps.add(step);
        return this;
    }

    private static List<Step> conditional(Predicate<State> condition, List<Step> steps) {
        return steps.stream().map(step -> conditional(condition, step)).toList();
    }

    /** The condition of a patch is that of its steps, not of which path to take. */
    private static Step conditional(Predicate<State> condition, Step step) {
        return step instanceof Step.Patch patch
                ? new Step.Patch(
                        patch.patch(),
                        conditional(condition, patch.newSteps()),
                        patch.oldSteps().map(old -> conditional(condition, old)))
                : new Step.Conditional(condition, step);
    }

    private static Step limited(Step step, Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException(
                    "The time limit of step '" + step.id() + "' has to be above zero: " + time);
        }
        return switch (step) {
            case Step.Action action -> new Step.Action(action.id(), action.name(), action.action(), Optional.of(time));
            case Step.Retry retry ->
                new Step.Retry(retry.id(), retry.name(), retry.backoff(), retry.action(), Optional.of(time));
            default ->
                throw new IllegalArgumentException(
                        "Step '" + step.id() + "' runs no code of yours; a time limit is for steps that do");
        };
    }

    private static <M extends SubscriptionModel> StepAction onModel(ModelStep<M> action) {
        return context -> {
            action.run(model(context));
            return StepResult.success(State.empty());
        };
    }

    static <M extends SubscriptionModel> StepAction onModel(ModelAndStateStep<M> action) {
        return context -> StepResult.success(action.run(model(context), context.state()));
    }

    static <M extends SubscriptionModel, T extends Record> StepAction onModel(
            Class<T> input, ModelAndInputStep<M, T> action) {
        return new ReadingAction(input, context -> {
            action.run(model(context), context.state().as(input));
            return StepResult.success(State.empty());
        });
    }

    private static StepAction onState(StateStep action) {
        return context -> StepResult.success(action.run(context.state()));
    }

    /** The workflow's products decide the class: {@link WorkflowRegistry} has checked that they are of the workflow's model. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <M extends SubscriptionModel> M model(StepContext context) {
        return (M) context.subscription();
    }
}
