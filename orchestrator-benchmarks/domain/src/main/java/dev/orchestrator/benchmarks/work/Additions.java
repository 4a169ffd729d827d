package dev.orchestrator.benchmarks.work;

import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Steps.StateStep;
import java.time.Duration;

/** What the steps add to the state. */
final class Additions {
    private static final String TEXT = "0123456789".repeat(18);

    private Additions() {}

    /** About 200 bytes of JSON. */
    static State of(String key) {
        return State.of(key, TEXT);
    }

    /** The same, after as long as a call of another system takes. */
    static StateStep after(Duration length, String key) {
        return state -> {
            Thread.sleep(length);
            return of(key);
        };
    }
}
