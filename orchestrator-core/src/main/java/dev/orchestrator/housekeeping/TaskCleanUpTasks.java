package dev.orchestrator.housekeeping;

import dev.orchestrator.schedule.DefaultSchedule;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.StepContext;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.StepResult;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Removes tasks that ended long ago. */
@Singleton
public class TaskCleanUpTasks extends HousekeepingTask implements DefaultSchedule {
    private final Housekeeping housekeeping;
    private final HousekeepingSettings settings;

    public TaskCleanUpTasks(Housekeeping housekeeping, HousekeepingSettings settings) {
        this.housekeeping = housekeeping;
        this.settings = settings;
    }

    @Override
    public Declared defaultSchedule() {
        return DefaultSchedule.every(Duration.ofHours(6));
    }

    @Override
    public StepList steps() {
        return begin().resultStep("remove-tasks", "Clean up old tasks", this::remove)
                .done();
    }

    private StepResult remove(StepContext context) {
        Instant endedBefore = context.now().minus(settings.removeTasksAfter());
        int removed = 0;
        int batch;
        do {
            batch = housekeeping.removeTasks(endedBefore, BATCH);
            removed += batch;
        } while (batch == BATCH);
        return StepResult.success(State.of("tasks_removed", removed));
    }
}
