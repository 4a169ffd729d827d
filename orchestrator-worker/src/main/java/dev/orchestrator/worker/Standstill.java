package dev.orchestrator.worker;

import dev.orchestrator.process.Checkpoint.After;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.process.StepStatus;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Callback;
import dev.orchestrator.workflow.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the branches of a process wait for, and what that makes of the process when nothing of it runs. */
final class Standstill {
    /** What most concerns a person comes first. */
    private static final List<StepStatus> BY_CONCERN =
            List.of(StepStatus.SUSPEND, StepStatus.AWAITING_CALLBACK, StepStatus.WAITING);

    private Standstill() {}

    /**
     * A step that stands.
     *
     * @param until when it goes on by itself, if it does
     */
    record Wait(Step step, ProcessStep row, Optional<Instant> until) {
        boolean isOver(Instant now) {
            return until.filter(end -> !end.isAfter(now)).isPresent();
        }

        /** Whether it may go on before by what somebody brings. */
        boolean isForOutside() {
            return row.status() != StepStatus.WAITING || until.isEmpty();
        }
    }

    /** What the step waits for by its newest row; empty when it may run. */
    static Optional<Wait> of(String key, Step step, ProcessRecord record) {
        return record.newest(key).flatMap(row -> switch (row.status()) {
            case SUSPEND -> Optional.of(new Wait(step, row, Optional.empty()));
            case WAITING ->
                Optional.of(new Wait(step, row, Recording.sleepsUntil(row).or(() -> Recording.nextAttemptAt(row))));
            case AWAITING_CALLBACK ->
                row.changes().has(Callback.EARLY)
                        ? Optional.empty()
                        : Optional.of(new Wait(step, row, deadline(step, row)));
            default -> Optional.empty();
        });
    }

    private static Optional<Instant> deadline(Step step, ProcessStep row) {
        return step instanceof Step.Await await ? await.timeout().map(row.completedAt()::plus) : Optional.empty();
    }

    /** What becomes of a process all of whose branches wait. */
    static After of(List<Wait> waits, Instant now) {
        Wait foremost = waits.stream()
                .min(Comparator.comparing(wait -> BY_CONCERN.indexOf(wait.row().status())))
                .orElseThrow();
        ProcessStatus status = switch (foremost.row().status()) {
            case SUSPEND -> ProcessStatus.SUSPENDED;
            case AWAITING_CALLBACK -> ProcessStatus.AWAITING_CALLBACK;
            default -> ProcessStatus.WAITING;
        };
        String assignee =
                foremost.step() instanceof Step.Input input ? input.assignee().name() : Assignee.SYSTEM.name();
        return waits.stream()
                .flatMap(wait -> wait.until().stream())
                .min(Comparator.naturalOrder())
                .<After>map(due -> new After.Waits(status, assignee, pause(now, due), null))
                .orElseGet(() -> new After.Leaves(status, assignee, null, null));
    }

    private static Duration pause(Instant now, Instant due) {
        Duration left = Duration.between(now, due).plusMillis(1);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
