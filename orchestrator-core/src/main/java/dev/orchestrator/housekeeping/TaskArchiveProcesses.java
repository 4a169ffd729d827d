package dev.orchestrator.housekeeping;

import dev.orchestrator.schedule.DefaultSchedule;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.StepContext;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.StepResult;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Moves processes that ended long ago out of the tables in which processes run. */
@Singleton
public class TaskArchiveProcesses extends HousekeepingTask implements DefaultSchedule {
    private final Housekeeping housekeeping;
    private final HousekeepingSettings settings;

    public TaskArchiveProcesses(Housekeeping housekeeping, HousekeepingSettings settings) {
        this.housekeeping = housekeeping;
        this.settings = settings;
    }

    @Override
    public Declared defaultSchedule() {
        return DefaultSchedule.cron("0 4 * * *");
    }

    @Override
    public StepList steps() {
        return begin().resultStep("archive-processes", "Archive finished processes", this::archive)
                .done();
    }

    private StepResult archive(StepContext context) {
        Instant endedBefore = context.now().minus(settings.archiveProcessesAfter());
        int archived = 0;
        int batch;
        do {
            batch = housekeeping.archive(endedBefore, BATCH);
            archived += batch;
        } while (batch == BATCH);
        return StepResult.success(State.of("processes_archived", archived));
    }
}
