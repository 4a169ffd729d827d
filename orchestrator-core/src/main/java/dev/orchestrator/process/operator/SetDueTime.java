package dev.orchestrator.process.operator;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.Intervention;
import dev.orchestrator.process.Intervention.Change;
import dev.orchestrator.process.ProcessAction;
import dev.orchestrator.process.ProcessStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Moves a process that waits in the queue to another time; one in the past is at once. */
public record SetDueTime(Instant dueAt) implements OperatorAction {
    private static final Duration FARTHEST = Duration.ofDays(3650);

    @Override
    public Intervention plan(Situation situation) {
        if (dueAt.isAfter(situation.now().plus(FARTHEST))) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT,
                    "A process is due within ten years; found " + dueAt
                            + ". Abort it if it shall never run, and start it anew when it shall");
        }
        return Intervention.on(
                situation.record().process(),
                ProcessAction.SET_DUE_TIME,
                situation.operator(),
                Change.dueAt(dueAt, anotherEnd(situation)));
    }

    /** A timer goes by its own end, whenever its process is looked at. */
    private List<ProcessStep> anotherEnd(Situation situation) {
        return situation
                .record()
                .lastStep()
                .filter(ProcessStep::isSleep)
                .map(timer -> timer.sleepingUntil(
                        dueAt, situation.now(), situation.operator().name()))
                .stream()
                .toList();
    }
}
