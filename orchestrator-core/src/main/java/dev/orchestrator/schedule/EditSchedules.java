package dev.orchestrator.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.StartProcess;
import dev.orchestrator.state.Json;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people do to schedules; whatever is refused changes nothing. */
@Singleton
public class EditSchedules {
    private final ScheduleRepository schedules;
    private final StartProcess start;
    private final Clock clock;

    public EditSchedules(ScheduleRepository schedules, StartProcess start, Clock clock) {
        this.schedules = schedules;
        this.start = start;
        this.clock = clock;
    }

    /**
     * Creates a schedule whose inputs fit the workflow's form as it is today.
     *
     * @param notBefore the moment before which it is not due; null for now
     */
    public UUID create(NewSchedule asked, Instant notBefore, String actor) {
        Instant firstRun = firstRun(asked.cadence(), notBefore);
        List<ObjectNode> pages = asked.userInputs().isEmpty() ? List.of(Json.object()) : asked.userInputs();
        start.requireComplete(asked.workflowName(), pages);
        return schedules.insert(
                new NewSchedule(
                        asked.workflowId(), asked.workflowName(), asked.name(), asked.cadence(), asked.missed(), pages),
                firstRun,
                actor);
    }

    /** Changes what is given; null leaves a thing as it is. A new cadence decides the next run anew. */
    public void change(UUID scheduleId, String name, Cadence cadence, Instant notBefore, MissedRuns missed) {
        Schedule old = schedules.get(scheduleId);
        Schedule changed = new Schedule(
                scheduleId,
                old.workflowId(),
                old.workflowName(),
                name == null ? old.name() : name,
                cadence == null ? old.cadence() : cadence,
                missed == null ? old.missed() : missed,
                old.userInputs(),
                cadence == null ? old.nextRunAt() : firstRun(cadence, notBefore),
                old.last());
        if (!schedules.change(changed)) {
            throw unknown("Schedule " + scheduleId + " does not exist any more");
        }
    }

    /** Deletes one schedule of the workflow, or all of them when none is named. */
    public void delete(UUID workflowId, Optional<UUID> scheduleId) {
        if (schedules.end(workflowId, scheduleId) == 0) {
            throw unknown("Workflow " + workflowId + " has no schedule"
                    + scheduleId.map(id -> " " + id).orElse(""));
        }
    }

    private Instant firstRun(Cadence cadence, Instant notBefore) {
        Instant now = clock.instant();
        // A due time at that very moment counts.
        Instant after = notBefore == null || notBefore.isBefore(now) ? now : notBefore.minusMillis(1);
        return cadence.next(after)
                .orElseThrow(() -> new InvalidCadence(
                        "A schedule needs a time to come, and " + cadence.trigger() + " has none after " + after));
    }

    private static OrchestratorException unknown(String message) {
        return new OrchestratorException(ErrorCode.UNKNOWN_SCHEDULE, message);
    }
}
