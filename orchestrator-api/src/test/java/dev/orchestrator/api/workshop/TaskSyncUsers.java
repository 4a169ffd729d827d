package dev.orchestrator.api.workshop;

import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Callback;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.SystemTask;
import jakarta.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/** Asks nothing. */
@Singleton
public class TaskSyncUsers extends SystemTask {
    /** What the directory reports. */
    public record Answer(
            @Nullable @Size(min = 2) String status,
            @Nullable @Min(0) Integer users) {}

    @Override
    public StepList steps() {
        return begin().stateStep("count", "Count users", state -> State.of("user_count", 0))
                .stateStep("sync", "Sync users", state -> State.empty())
                .callback("ask", "Ask the directory", Callback.into("result").expecting(Answer.class))
                .done();
    }
}
