package dev.orchestrator.housekeeping;

import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.schedule.DefaultSchedule;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.StepList;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Runs what waits for its next attempt at once, and gives back their place in the queue to processes that have lost it. */
@Singleton
public class TaskResumeWorkflows extends HousekeepingTask implements DefaultSchedule {
    /** What was found; the names are those of orchestrator-core. */
    record Found(List<UUID> waitingProcessIds, List<UUID> resumedStateProcessIds, List<UUID> createdStateProcessIds) {}

    private final Housekeeping housekeeping;

    public TaskResumeWorkflows(Housekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @Override
    public Declared defaultSchedule() {
        return DefaultSchedule.every(Duration.ofHours(1));
    }

    @Override
    public StepList steps() {
        return begin().stateStep("find", "Find waiting workflows", state -> find())
                .stateStep("resume", "Resume found workflows", state -> resume(state.as(Found.class)))
                .stateStep("restart", "Restart found CREATED workflows", state -> restart(state.as(Found.class)))
                .done();
    }

    private State find() {
        List<UUID> waiting = housekeeping.toRun(ProcessStatus.WAITING, LISTED);
        List<UUID> created = housekeeping.toRun(ProcessStatus.CREATED, LISTED);
        List<UUID> resumed = housekeeping.toRun(ProcessStatus.RESUMED, LISTED);
        return State.of("number_of_waiting_processes", waiting.size())
                .with("waiting_process_ids", waiting)
                .with("created_processes_stuck", created.size())
                .with("created_state_process_ids", created)
                .with("resumed_processes_stuck", resumed.size())
                .with("resumed_state_process_ids", resumed);
    }

    private State resume(Found found) {
        List<UUID> resumed = new ArrayList<>(housekeeping.runNow(ProcessStatus.WAITING, found.waitingProcessIds()));
        resumed.addAll(housekeeping.runNow(ProcessStatus.RESUMED, found.resumedStateProcessIds()));
        return State.of("number_of_resumed_process_ids", resumed.size()).with("resumed_process_ids", resumed);
    }

    private State restart(Found found) {
        List<UUID> started = housekeeping.runNow(ProcessStatus.CREATED, found.createdStateProcessIds());
        return State.of("number_of_started_process_ids", started.size()).with("started_process_ids", started);
    }
}
