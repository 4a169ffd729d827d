package dev.orchestrator.evolution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.process.RowIds;
import dev.orchestrator.process.StepStatus;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Callback;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a process stood before it was migrated, as the audit keeps it: all that it takes, beside the old state, to move it back. */
public record FormerStanding(
        ProcessStatus status, Assignee assignee, List<String> passed, List<Row> rows, boolean isQueued, Instant dueAt) {
    /** A row of the step at which the process waited. */
    public record Row(
            String key,
            String name,
            StepStatus status,
            ObjectNode changes,
            String createdBy,
            Instant startedAt,
            Instant completedAt,
            int attempt) {}

    public static FormerStanding of(LiveProcess live) {
        ProcessRecord record = live.record();
        return new FormerStanding(
                live.process().status(),
                live.process().assignee(),
                List.copyOf(record.doneKeys()),
                waitingRows(record).map(FormerStanding::row).toList(),
                live.epoch() != null,
                live.dueAt());
    }

    /** Where it waits for a report, the row that made the route comes along; where for children, the one that they were started. */
    private static Stream<ProcessStep> waitingRows(ProcessRecord record) {
        return record.lastStep().filter(last -> !last.status().isDone()).stream()
                .flatMap(last -> Stream.of(
                                last.status() == StepStatus.AWAITING_CALLBACK
                                        ? record.newest(Callback.endpointKey(last.key()))
                                        : Optional.<ProcessStep>empty(),
                                record.childrenStarted(),
                                Optional.of(last))
                        .flatMap(Optional::stream));
    }

    private static Row row(ProcessStep step) {
        return new Row(
                step.key(),
                step.name(),
                step.status(),
                step.changes().toJson(),
                step.createdBy(),
                step.startedAt(),
                step.completedAt(),
                step.attempt());
    }

    public Move.Standing standing() {
        return new Move.Standing(
                rows.isEmpty() ? "" : rows.getLast().key(),
                passed,
                rows.stream().map(FormerStanding::step).toList(),
                status,
                assignee,
                isQueued ? new Move.Place.Due(dueAt) : new Move.Place.Outside());
    }

    private static ProcessStep step(Row row) {
        return new ProcessStep(
                RowIds.next(),
                row.key(),
                row.name(),
                row.status(),
                State.of(row.changes()),
                row.createdBy(),
                row.startedAt(),
                row.completedAt(),
                row.attempt());
    }
}
