package dev.orchestrator.api.workshop;

import dev.orchestrator.workflow.StartContext;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.ValidateWorkflow;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Checks a group, one at a time. */
@Singleton
public class ValidateUserGroup extends ValidateWorkflow<Workshop.UserGroup> {
    @Override
    public Optional<String> whyNotNow(StartContext start) {
        return start.unfinishedProcesses() > 0
                ? Optional.of("Another validation of a user group is under way")
                : Optional.empty();
    }

    @Override
    public StepList steps() {
        return validate().unlock();
    }
}
