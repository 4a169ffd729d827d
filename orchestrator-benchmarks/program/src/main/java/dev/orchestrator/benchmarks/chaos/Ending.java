package dev.orchestrator.benchmarks.chaos;

/** Waits for a thread that was told to end. */
final class Ending {
    private Ending() {}

    /** Returns when it has ended; an interruption of the caller is kept for later. */
    static void of(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException impatient) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
