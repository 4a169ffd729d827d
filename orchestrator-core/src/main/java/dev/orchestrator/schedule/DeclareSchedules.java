package dev.orchestrator.schedule;

import dev.orchestrator.workflow.Workflow;
import dev.orchestrator.workflow.WorkflowRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Puts the schedules that code declares into the database, each once in the life of the database. */
@Singleton
public class DeclareSchedules {
    private final WorkflowRegistry workflows;
    private final ScheduleRepository schedules;
    private final Clock clock;

    public DeclareSchedules(WorkflowRegistry workflows, ScheduleRepository schedules, Clock clock) {
        this.workflows = workflows;
        this.schedules = schedules;
        this.clock = clock;
    }

    public void declareAll() {
        for (Workflow workflow : workflows.all()) {
            if (workflow instanceof DefaultSchedule scheduled) {
                Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
                Cadence cadence = cadence(scheduled.defaultSchedule(), now);
                schedules.declare(workflow.name(), cadence, cadence.next(now).orElseThrow());
            }
        }
    }

    private static Cadence cadence(DefaultSchedule.Declared declared, Instant now) {
        return switch (declared) {
            case DefaultSchedule.Declared.Cron cron -> new Cadence.Cron(cron.expression(), ZoneOffset.UTC);
            case DefaultSchedule.Declared.Every every -> new Cadence.Interval(every.interval(), now);
        };
    }
}
