package dev.orchestrator.evolution;

import dev.orchestrator.process.NextStep;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.QueueHints;
import dev.orchestrator.process.StepCursor;
import dev.orchestrator.process.Trail;
import dev.orchestrator.workflow.StepFailure.Misfit;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.WorkflowRegistry;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Lets processes go on by themselves that were stopped because they did not fit other code, and finds those that no longer
 * stand at the question for whose answer they wait.
 *
 * <p>It asks of shapes, so what it costs does not grow with the number of processes that wait.
 */
@Singleton
public class SecondLook {
    private static final Set<ProcessStatus> STOPPED = EnumSet.of(ProcessStatus.INCONSISTENT_DATA);
    private static final Set<ProcessStatus> STANDING =
            EnumSet.of(ProcessStatus.INCONSISTENT_DATA, ProcessStatus.SUSPENDED);

    private final ProcessShapes processes;
    private final WorkflowRegistry workflows;
    private final QueueHints hints;

    public SecondLook(ProcessShapes processes, WorkflowRegistry workflows, QueueHints hints) {
        this.processes = processes;
        this.workflows = workflows;
        this.hints = hints;
    }

    /** When this code starts to run; only then can what it reads of states have changed. Returns how many processes it moved. */
    public int atStart() {
        return putBack(STANDING, true);
    }

    /** As long as it runs: a worker with older code may have stopped a process anew that fits this one. */
    public int again() {
        return putBack(STOPPED, false);
    }

    private int putBack(Set<ProcessStatus> statuses, boolean isStart) {
        int moved = processes.shapes(statuses).stream()
                .filter(shape -> isToMove(shape, isStart))
                .mapToInt(processes::putBack)
                .sum();
        if (moved > 0) {
            hints.announce();
        }
        return moved;
    }

    /** Versions that this program lacks are left to a worker that has them. */
    private boolean isToMove(ProcessShape shape, boolean isStart) {
        Optional<StepList> steps = workflows.steps(shape.workflow());
        if (steps.isEmpty()) {
            return false;
        }
        Trail trail = shape.trail();
        StepCursor.Position position = StepCursor.position(steps.get(), trail);
        return shape.status() == ProcessStatus.SUSPENDED
                ? position.frontier().stream()
                        .noneMatch(next -> next instanceof NextStep.Run run && trail.isReached(run.key()))
                : fitsNow(shape, position.next(), isStart);
    }

    private static boolean fitsNow(ProcessShape shape, NextStep next, boolean isStart) {
        return !(next instanceof NextStep.Misfit)
                && shape.misfit()
                        .map(Misfit::valueOf)
                        .filter(misfit -> isStart || misfit == Misfit.STEPS)
                        .isPresent();
    }
}
