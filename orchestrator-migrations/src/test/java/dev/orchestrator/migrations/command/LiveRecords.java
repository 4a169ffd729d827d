package dev.orchestrator.migrations.command;

import dev.orchestrator.evolution.InFlightProcesses;
import dev.orchestrator.evolution.LiveProcess;
import dev.orchestrator.evolution.MigrateProcesses;
import dev.orchestrator.evolution.Move;
import dev.orchestrator.evolution.ProcessRegistry;
import dev.orchestrator.evolution.StateMigration;
import dev.orchestrator.evolution.StateMigrations;
import dev.orchestrator.process.Process;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.process.StepStatus;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Target;
import dev.orchestrator.workflow.WorkflowRegistry;
import dev.orchestrator.workflow.WorkflowVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Living processes in memory, for commands that migrate them; what each was moved to is kept beside it. */
final class LiveRecords implements InFlightProcesses, ProcessRegistry {
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    final Map<UUID, LiveProcess> living = new TreeMap<>();
    final Map<UUID, Move> moved = new TreeMap<>();
    final Map<UUID, String> actors = new TreeMap<>();
    private final WorkflowRegistry workflows;
    private final List<StateMigration<?, ?>> migrations;

    LiveRecords(WorkflowRegistry workflows, StateMigration<?, ?>... migrations) {
        this.workflows = workflows;
        this.migrations = List.of(migrations);
    }

    WorkflowRegistry workflows() {
        return workflows;
    }

    MigrateProcesses migrations() {
        return new MigrateProcesses(new StateMigrations(migrations), workflows, this, this);
    }

    /** A process that failed at a step. */
    UUID failed(WorkflowVersion workflow, State state, String step) {
        UUID id = new UUID(0, living.size() + 1);
        Process process = new Process(
                id,
                id,
                workflow.name(),
                workflow.number(),
                Target.SYSTEM,
                true,
                Assignee.SYSTEM,
                ProcessStatus.FAILED,
                step,
                "tester",
                LONG_AGO,
                LONG_AGO,
                null,
                null,
                null,
                null);
        ProcessRecord record = new ProcessRecord(
                process, List.of(row("start", StepStatus.SUCCESS, state), row(step, StepStatus.FAILED, State.empty())));
        living.put(id, new LiveProcess(record, null, null, false));
        return id;
    }

    private static ProcessStep row(String key, StepStatus status, State state) {
        return new ProcessStep(UUID.randomUUID(), key, key, status, state, "tester", LONG_AGO, LONG_AGO, 1);
    }

    @Override
    public Count count(WorkflowVersion version, Set<UUID> only) {
        return new Count(page(version, null, living.size(), only).size(), 0);
    }

    @Override
    public List<LiveProcess> page(WorkflowVersion version, UUID after, int size, Set<UUID> only) {
        return living.values().stream()
                .filter(live -> live.process().workflow().equals(version))
                .filter(live -> !moved.containsKey(live.process().processId()))
                .filter(live -> after == null || live.process().processId().compareTo(after) > 0)
                .filter(live -> only.isEmpty() || only.contains(live.process().processId()))
                .limit(size)
                .toList();
    }

    @Override
    public boolean prepare(StateMigration<?, ?> migration, Move move, String actor) {
        actors.put(move.seen().process().processId(), actor);
        return true;
    }

    @Override
    public synchronized boolean move(StateMigration<?, ?> migration, Move move, String actor) {
        moved.put(move.seen().process().processId(), move);
        actors.put(move.seen().process().processId(), actor);
        return true;
    }

    @Override
    public synchronized List<Migrated> untouched(String migration, UUID after, int size, Set<UUID> only) {
        return moved.values().stream()
                .filter(move ->
                        after == null || move.seen().process().processId().compareTo(after) > 0)
                .map(move -> new Migrated(UUID.randomUUID(), move))
                .toList();
    }

    @Override
    public long migrated(String migration, Set<UUID> only) {
        return moved.size();
    }

    @Override
    public synchronized boolean moveBack(Migrated migrated, String actor) {
        return moved.remove(migrated.back().seen().process().processId()) != null;
    }
}
