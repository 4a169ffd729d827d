package dev.orchestrator.benchmarks.work;

import dev.orchestrator.state.State;

/** What the steps add to the state. */
final class Additions {
    private static final String TEXT = "0123456789".repeat(18);

    private Additions() {}

    /** About 200 bytes of JSON. */
    static State of(String key) {
        return State.of(key, TEXT);
    }
}
