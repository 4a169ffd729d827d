package dev.orchestrator.worker;

import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.Steps;
import dev.orchestrator.workflow.SystemTask;
import java.util.function.Function;

/** A task whose steps a test writes in place. */
final class TestTask extends SystemTask {
    private final String name;
    private final Function<Steps<SubscriptionModel>, StepList> steps;

    TestTask(String name, Function<Steps<SubscriptionModel>, StepList> steps) {
        this.name = name;
        this.steps = steps;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public StepList steps() {
        return steps.apply(begin());
    }
}
