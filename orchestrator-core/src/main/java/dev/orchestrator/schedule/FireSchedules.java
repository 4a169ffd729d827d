package dev.orchestrator.schedule;

import dev.orchestrator.error.ErrorCategory;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.NewProcess;
import dev.orchestrator.process.NewProcesses;
import dev.orchestrator.process.QueueHints;
import dev.orchestrator.process.StartProcess;
import dev.orchestrator.process.StartProcess.Preparation;
import dev.orchestrator.workflow.WorkflowRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Starts the processes whose time has come.
 *
 * <p>Any number of workers may call it at once: the process is written in the transaction that moves the schedule on from its
 * due time, and only one of them can do that.
 */
@Singleton
public class FireSchedules {
    private static final Logger LOG = Logger.getLogger(FireSchedules.class);
    private static final String REPORTER = "SYSTEM";

    private final ScheduleRepository schedules;
    private final WorkflowRegistry workflows;
    private final StartProcess start;
    private final NewProcesses processes;
    private final QueueHints hints;

    public FireSchedules(
            ScheduleRepository schedules,
            WorkflowRegistry workflows,
            StartProcess start,
            NewProcesses processes,
            QueueHints hints) {
        this.schedules = schedules;
        this.workflows = workflows;
        this.start = start;
        this.processes = processes;
        this.hints = hints;
    }

    /** Fires all that is due, missed times included. Returns how many schedules this call moved on. */
    public int fireDue() {
        int fired = 0;
        int moved;
        do {
            moved = (int)
                    schedules.due(workflows.names()).stream().filter(this::fire).count();
            fired += moved;
        } while (moved > 0);
        if (fired > 0) {
            hints.announce();
        }
        return fired;
    }

    /** What refuses one schedule must not hold up the others. */
    private boolean fire(ScheduleRepository.Due due) {
        Schedule schedule = due.schedule();
        Firing firing = schedule.missed().decide(schedule.cadence(), schedule.nextRunAt(), due.now());
        try {
            return firing.runs()
                    ? start(due, firing)
                    : pass(due, firing, "The time was missed, and missed times are skipped");
        } catch (OrchestratorException refused) {
            // What is unavailable may be back in a moment: the schedule stays due.
            return refused.code().category() != ErrorCategory.UNAVAILABLE && pass(due, firing, refused.getMessage());
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "Schedule '%s' could not fire, will be tried again", schedule.name());
            return false;
        }
    }

    private boolean start(ScheduleRepository.Due due, Firing firing) {
        Schedule schedule = due.schedule();
        return switch (start.prepare(schedule.workflowName(), schedule.userInputs(), REPORTER)) {
            case Preparation.Asks ignored ->
                pass(due, firing, "The inputs of the schedule do not fit the workflow's form any more; create it anew");
            case Preparation.Ready ready -> {
                NewProcess process = ready.process();
                Schedule.LastRun outcome = new Schedule.LastRun(due.now(), process.processId(), null);
                boolean first = schedules.advance(
                        schedule,
                        firing.next(),
                        outcome,
                        transaction -> processes.insert(transaction, List.of(process)));
                if (first) {
                    LOG.infof(
                            "workflow=%s processId=%s schedule='%s' due=%s",
                            process.workflowName(), process.processId(), schedule.name(), firing.due());
                }
                yield first;
            }
        };
    }

    private boolean pass(ScheduleRepository.Due due, Firing firing, String problem) {
        Schedule schedule = due.schedule();
        boolean first = schedules.advance(
                schedule, firing.next(), new Schedule.LastRun(due.now(), null, problem), nothing -> {});
        if (first) {
            LOG.warnf("Schedule '%s' started nothing for %s: %s", schedule.name(), firing.due(), problem);
        }
        return first;
    }
}
