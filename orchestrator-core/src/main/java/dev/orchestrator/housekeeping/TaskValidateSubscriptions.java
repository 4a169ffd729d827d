package dev.orchestrator.housekeeping;

import dev.orchestrator.schedule.DefaultSchedule;
import dev.orchestrator.workflow.StepList;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Starts the validation of all subscriptions that are active and in sync. */
@Singleton
public class TaskValidateSubscriptions extends HousekeepingTask implements DefaultSchedule {
    private final StartValidations start;

    public TaskValidateSubscriptions(StartValidations start) {
        this.start = start;
    }

    @Override
    public Declared defaultSchedule() {
        return DefaultSchedule.cron("10 0 * * *");
    }

    @Override
    public StepList steps() {
        return begin().resultStep(
                        "validate-subscriptions",
                        "Validate subscriptions",
                        context -> start.of(Optional.empty(), context))
                .done();
    }
}
