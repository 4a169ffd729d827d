package org.example.patching;

import static dev.orchestrator.form.Form.page;

import dev.orchestrator.form.Form;
import dev.orchestrator.state.State;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.Steps;
import dev.orchestrator.workflow.SystemTask;

/** What stays the same in all four stages: the name, what the starter is asked, the activities, and the wait behind them. */
public abstract class GreetingTask extends SystemTask {
    public static final String NAME = "patching_example";

    /** The state's key for what the workflow has come to. */
    public static final String RESULT = "result";

    /** What a workflow is started with: the id by which its starter finds it again. */
    public record Order(String workflowId) {}

    /** What ends the wait. */
    public record GoOn(boolean goOn) {}

    @Override
    public final String name() {
        return NAME;
    }

    @Override
    public final String description() {
        return "A workflow in the four stages of a change";
    }

    @Override
    protected final Form form() {
        return page("Start", Order.class).submit();
    }

    static Steps<SubscriptionModel> prePatchActivity(Steps<SubscriptionModel> steps) {
        return steps.stateStep("pre-patch-activity", "Pre-patch activity", state -> State.of(RESULT, "pre-patch"));
    }

    static Steps<SubscriptionModel> postPatchActivity(Steps<SubscriptionModel> steps) {
        return steps.stateStep("post-patch-activity", "Post-patch activity", state -> State.of(RESULT, "post-patch"));
    }

    static StepList wait(Steps<SubscriptionModel> steps) {
        return steps.input(
                        "wait",
                        "Wait",
                        Assignee.SYSTEM,
                        state -> page("Go on", GoOn.class).submit())
                .done();
    }
}
