package dev.orchestrator.benchmarks.work;

import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.SystemTask;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Sleeps for a day, and costs nobody anything meanwhile. */
@Singleton
public class LongSleep extends SystemTask {
    public static final String NAME = "long_sleep";

    @Override
    public StepList steps() {
        return begin().sleep("sleep", "Sleep", Duration.ofDays(1)).done();
    }
}
