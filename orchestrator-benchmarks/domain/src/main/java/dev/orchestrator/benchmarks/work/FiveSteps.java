package dev.orchestrator.benchmarks.work;

import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.SystemTask;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Five steps that each take a fifth of a second, as calls of another system do. */
@Singleton
public class FiveSteps extends SystemTask {
    public static final String NAME = "five_steps";

    private static final Duration LENGTH = Duration.ofMillis(200);

    @Override
    public StepList steps() {
        return begin().stateStep("first", "First", Additions.after(LENGTH, "first"))
                .stateStep("second", "Second", Additions.after(LENGTH, "second"))
                .stateStep("third", "Third", Additions.after(LENGTH, "third"))
                .stateStep("fourth", "Fourth", Additions.after(LENGTH, "fourth"))
                .stateStep("fifth", "Fifth", Additions.after(LENGTH, "fifth"))
                .done();
    }
}
