package dev.orchestrator.benchmarks.work;

import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.SystemTask;
import jakarta.inject.Singleton;
import java.time.Duration;

/** A step that takes half a minute, as one that waits for another system does. */
@Singleton
public class LongStep extends SystemTask {
    public static final String NAME = "long_step";

    private static final Duration LENGTH = Duration.ofSeconds(30);

    @Override
    public StepList steps() {
        return begin().stateStep("wait", "Wait", Additions.after(LENGTH, "wait"))
                .done();
    }
}
