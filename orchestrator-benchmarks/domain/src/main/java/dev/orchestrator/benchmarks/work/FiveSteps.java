package dev.orchestrator.benchmarks.work;

import dev.orchestrator.workflow.StepAction;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.StepResult;
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
        return begin().resultStep("first", "First", lasting("first"))
                .resultStep("second", "Second", lasting("second"))
                .resultStep("third", "Third", lasting("third"))
                .resultStep("fourth", "Fourth", lasting("fourth"))
                .resultStep("fifth", "Fifth", lasting("fifth"))
                .done();
    }

    private static StepAction lasting(String step) {
        return context -> {
            Thread.sleep(LENGTH);
            return StepResult.success(Additions.of(step));
        };
    }
}
