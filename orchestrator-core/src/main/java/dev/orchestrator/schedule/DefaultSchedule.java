package dev.orchestrator.schedule;

import java.time.Duration;

/**
 * Implemented by a workflow's bean that comes with a schedule.
 *
 * <p>It is put into the database once, when the first worker that has the workflow starts. From then on it is its owner's, who may
 * change or delete it; another declaration in later code changes nothing.
 */
public interface DefaultSchedule {
    /** When to start the workflow, with its form unanswered. */
    Declared defaultSchedule();

    /** Times for a schedule that is not in the database yet: an interval counts from when it is put there. */
    sealed interface Declared {
        record Cron(String expression) implements Declared {}

        record Every(Duration interval) implements Declared {}
    }

    /** A cron expression of five fields, in UTC. */
    static Declared cron(String expression) {
        return new Declared.Cron(expression);
    }

    static Declared every(Duration interval) {
        return new Declared.Every(interval);
    }
}
