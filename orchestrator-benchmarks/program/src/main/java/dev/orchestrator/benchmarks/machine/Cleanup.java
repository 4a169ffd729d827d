package dev.orchestrator.benchmarks.machine;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be ended when the program ends, also when somebody interrupts it: the last that was started first. */
final class Cleanup {
    private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("cleanup").unstarted(Cleanup::all));
    }

    private Cleanup() {}

    static synchronized void onExit(AutoCloseable open) {
        OPEN.push(open);
    }

    /** Closes it unless that was done; whoever comes second, as the thread that ends the program may, waits for the first. */
    static synchronized void once(AutoCloseable open, Runnable close) {
        if (OPEN.remove(open)) {
            close.run();
        }
    }

    private static synchronized void all() {
        while (!OPEN.isEmpty()) {
            AutoCloseable next = OPEN.peek();
            try {
                next.close();
            } catch (Exception failure) {
                System.err.println("Not cleaned up: " + failure.getMessage());
            }
            OPEN.remove(next);
        }
    }
}
