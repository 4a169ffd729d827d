package dev.orchestrator.schedule;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The schedules in the database; each method is one transaction. Those that have ended are not seen. */
public interface ScheduleRepository {
    /** A schedule whose time has come, and the database's time. */
    record Due(Schedule schedule, Instant now) {}

    /** By next run. */
    List<Schedule> all();

    Optional<Schedule> find(UUID scheduleId);

    /** The schedule, or a refusal that says it is unknown. */
    default Schedule get(UUID scheduleId) {
        return find(scheduleId).orElseThrow(() -> unknown(scheduleId));
    }

    /** Refuses with UNKNOWN_WORKFLOW when the database has no workflow of this id and name. */
    UUID insert(NewSchedule schedule, Instant firstRun, String createdBy);

    /** Puts a schedule that code declares into the database, unless one was put there under its workflow's name before. */
    void declare(String workflowName, Cadence cadence, Instant firstRun);

    /** Replaces the name, cadence and policy. False when there is no such schedule. */
    boolean change(Schedule changed);

    /** Ends one schedule of the workflow, or all of them. Returns how many. */
    int end(UUID workflowId, Optional<UUID> scheduleId);

    /** The due schedules of the workflows; none while the engine is locked. */
    List<Due> due(Collection<String> workflows);

    /**
     * Moves a schedule on to its next time, together with what is done for this one.
     *
     * @param outcome what is put on record as its last run
     * @param together work for the same transaction
     * @return false, with nothing done, when somebody else has fired, changed or ended it since it was read
     */
    boolean advance(Schedule schedule, Optional<Instant> next, Schedule.LastRun outcome, Consumer<SqlClient> together);

    private static OrchestratorException unknown(UUID scheduleId) {
        return new OrchestratorException(ErrorCode.UNKNOWN_SCHEDULE, "Schedule " + scheduleId + " does not exist");
    }
}
