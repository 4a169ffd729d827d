package dev.orchestrator.workflow;

import dev.orchestrator.form.Form;
import dev.orchestrator.state.State;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What an operator's code offers to run: its form and its steps.
 *
 * <p>Write one by extending {@link CreateWorkflow}, {@link ModifyWorkflow}, {@link TerminateWorkflow},
 * {@link ValidateWorkflow}, {@link ReconcileWorkflow} or {@link SystemTask} as a {@code @Singleton} bean.
 */
public interface Workflow {
    /** The name in the database and on the wire; by default the class name in snake_case. */
    default String name() {
        return WorkflowName.of(getClass());
    }

    /**
     * The version, for a workflow of which several live side by side; a process stays with the one that it started on. New
     * processes take the newest that the program has, unless {@link DefaultVersions} says otherwise.
     */
    default int version() {
        return 1;
    }

    /** Name and version. */
    default WorkflowVersion identity() {
        return new WorkflowVersion(name(), version());
    }

    Target target();

    /** What people read beside the name, in the database and in lists; by default the name in words. */
    default String description() {
        return WorkflowName.inWords(name());
    }

    /** What the starter is asked, page by page. */
    Form startForm(StartContext start);

    /** The state that a process begins with, made of the answers. */
    default State stateFrom(State answers, StartContext start) {
        return answers;
    }

    StepList steps();

    /** The lifecycles of a subscription in which this workflow may be started on it. */
    Set<SubscriptionLifecycle> usableWhen();

    /**
     * How many processes of this workflow may run at once, over all workers; empty for as many as there is room for. Operators
     * can set another limit in {@code concurrency_limits}.
     */
    default OptionalInt limit() {
        return OptionalInt.empty();
    }

    /**
     * What a process shares with others that must not run beside it, such as the name of a device: of all processes with the
     * same key, of whatever workflow, one runs at a time, unless {@code concurrency_limits} allows more.
     *
     * @param start the state that the process begins with
     */
    default Optional<String> concurrencyKey(State start) {
        return Optional.empty();
    }

    /**
     * Whether a subscription has to be in sync for this workflow to be started on it. Such a process also keeps others from the
     * subscription until it has ended.
     */
    default boolean needsInSync() {
        return !target().isTask();
    }

    /** Who may start it, answer its questions where they name nobody else, and act on its processes. */
    default Permission permission() {
        return Permission.everyone();
    }

    /** Why this workflow can't be started now, for a person to read; empty when it can. Asked before the form is shown. */
    default Optional<String> whyNotNow(StartContext start) {
        return Optional.empty();
    }
}
