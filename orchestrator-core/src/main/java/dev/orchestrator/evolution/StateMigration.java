package dev.orchestrator.evolution;

import dev.orchestrator.workflow.WorkflowVersion;

/**
 * How the state of a process moves from one version of a workflow to another; write one as a {@code @Singleton} bean.
 *
 * <p>What the source's record names is taken out of the state and replaced by what the target's record names; everything else,
 * such as the process' subscription, stays as it is.
 *
 * @param <F> the part of the state that the source version works with
 * @param <T> the part of the state that the target version works with
 */
public abstract class StateMigration<F extends Record, T extends Record> {
    /** A version of a workflow and the record that its steps read and write. */
    public record Side<S extends Record>(WorkflowVersion workflow, Class<S> state) {}

    private final Side<F> source;
    private final Side<T> target;

    protected StateMigration(Side<F> source, Side<T> target) {
        if (source.workflow().equals(target.workflow())) {
            throw new IllegalArgumentException(
                    "A state migration leads from one version to another one; both are " + source.workflow());
        }
        this.source = source;
        this.target = target;
    }

    /** Names one side. */
    protected static <S extends Record> Side<S> version(String workflow, int version, Class<S> state) {
        return new Side<>(new WorkflowVersion(workflow, version), state);
    }

    /**
     * The new state. Must be pure: it is asked as often as anybody likes, also for processes that are not moved in the end.
     *
     * @throws NotMigratable with the reason, when this process can't go along
     */
    public abstract T migrate(F from);

    /** The id of the target's step to go on at; by default the one at which the process stands. */
    public String goOnAt(Position at, T state) {
        return at.step();
    }

    /** What people call it by, such as {@code supplier_change_2024_to_2025}. */
    public String name() {
        WorkflowVersion from = source.workflow();
        WorkflowVersion to = target.workflow();
        String renamed = from.name().equals(to.name()) ? "" : to.name() + "_";
        return from.name() + "_" + from.number() + "_to_" + renamed + to.number();
    }

    public final Side<F> source() {
        return source;
    }

    public final Side<T> target() {
        return target;
    }
}
