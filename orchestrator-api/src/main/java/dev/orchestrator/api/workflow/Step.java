package dev.orchestrator.api.workflow;

import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Step.Input;
import dev.orchestrator.workflow.StepList;
import io.smallrye.graphql.api.Nullable;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A step as the timeline of a workflow that has not started shows it. */
@Type("Step")
public record Step(@NonNull String name, @Nullable Assignee assignee) {
    static List<Step> of(StepList list) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("Start", Assignee.SYSTEM));
        list.steps().forEach(step -> steps.add(new Step(step.name(), assigneeOf(step))));
        steps.add(new Step("Done", Assignee.SYSTEM));
        return steps;
    }

    private static Assignee assigneeOf(dev.orchestrator.workflow.Step step) {
        return StepList.unconditional(step) instanceof Input input ? input.assignee() : Assignee.SYSTEM;
    }
}
