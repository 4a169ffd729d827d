package dev.orchestrator.worker;

import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.Steps;
import dev.orchestrator.workflow.SystemTask;
import java.util.function.Function;

/** A task whose steps a test writes in place. */
final class TestTask extends SystemTask {
    private final String name;
    private final int version;
    private final Function<Steps<SubscriptionModel>, StepList> steps;

    TestTask(String name, Function<Steps<SubscriptionModel>, StepList> steps) {
        this(name, 1, steps);
    }

    TestTask(String name, int version, Function<Steps<SubscriptionModel>, StepList> steps) {
        this.name = name;
        this.version = version;
        this.steps = steps;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public StepList steps() {
        return steps.apply(begin());
    }
}
