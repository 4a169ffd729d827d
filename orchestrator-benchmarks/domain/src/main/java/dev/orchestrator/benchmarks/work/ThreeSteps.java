package dev.orchestrator.benchmarks.work;

import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.SystemTask;
import jakarta.inject.Singleton;

/** Three steps that each add 200 bytes to the state. */
@Singleton
public class ThreeSteps extends SystemTask {
    public static final String NAME = "three_steps";

    @Override
    public StepList steps() {
        return begin().stateStep("first", "First", state -> Additions.of("first"))
                .stateStep("second", "Second", state -> Additions.of("second"))
                .stateStep("third", "Third", state -> Additions.of("third"))
                .done();
    }
}
