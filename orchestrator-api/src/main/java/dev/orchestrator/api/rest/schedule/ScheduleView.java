package dev.orchestrator.api.rest.schedule;

import dev.orchestrator.api.rest.json.UnixTime;
import dev.orchestrator.schedule.Schedule;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A schedule.
 *
 * @param lastProcessId the process that the last due time started; null when it started none
 * @param lastProblem why it started none
 */
@Schema(name = "ScheduleSchema")
record ScheduleView(
        UUID scheduleId,
        UUID workflowId,
        String workflowName,
        String name,
        String trigger,
        String missed,
        UnixTime nextRunTime,
        UnixTime lastRunTime,
        UUID lastProcessId,
        String lastProblem) {
    static ScheduleView of(Schedule schedule) {
        Schedule.LastRun last = schedule.last().orElse(new Schedule.LastRun(null, null, null));
        return new ScheduleView(
                schedule.scheduleId(),
                schedule.workflowId(),
                schedule.workflowName(),
                schedule.name(),
                schedule.cadence().trigger(),
                schedule.missed().wireName(),
                UnixTime.of(schedule.nextRunAt()),
                UnixTime.of(last.at()),
                last.processId(),
                last.problem());
    }
}
