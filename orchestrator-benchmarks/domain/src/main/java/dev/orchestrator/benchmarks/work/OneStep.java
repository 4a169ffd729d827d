package dev.orchestrator.benchmarks.work;

import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.SystemTask;
import jakarta.inject.Singleton;

/** A single step that adds 200 bytes to the state. */
@Singleton
public class OneStep extends SystemTask {
    public static final String NAME = "one_step";

    @Override
    public StepList steps() {
        return begin().stateStep("only", "Only", state -> Additions.of("only")).done();
    }
}
