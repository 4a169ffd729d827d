package dev.orchestrator.api.workshop;

import dev.orchestrator.state.State;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.SystemTask;
import jakarta.inject.Singleton;

/** Asks nothing. */
@Singleton
public class TaskSyncUsers extends SystemTask {
    @Override
    public StepList steps() {
        return begin().stateStep("count", "Count users", state -> State.of("user_count", 0))
                .stateStep("sync", "Sync users", state -> State.empty())
                .done();
    }
}
