package dev.orchestrator.process;

/**
 * Tells workers that may be idle that there is something to claim, and lets them hear it.
 *
 * <p>Only a hint: it may be lost, repeated or late, so whoever hears it still asks the queue at intervals.
 */
public interface QueueHints {
    /** Says that something was put into the queue; call it after the commit. */
    void announce();

    /** Runs the reaction soon after each announcement of anybody, until closed. */
    AutoCloseable listen(Runnable reaction);
}
