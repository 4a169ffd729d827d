package dev.orchestrator.evolution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.Branches;
import dev.orchestrator.process.NextStep;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.process.RowIds;
import dev.orchestrator.process.StepCursor;
import dev.orchestrator.process.StepStatus;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.WorkflowRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Works out what a migration makes of one process; writes nothing. */
final class ProcessMigrator<F extends Record, T extends Record> {
    /** What a migration makes of a process. */
    sealed interface Outcome {
        record Moves(Move move) implements Outcome {}

        record Refused(MigrationError error) implements Outcome {}
    }

    private final StateMigration<F, T> migration;
    private final Optional<StepList> sourceSteps;
    private final StepList targetSteps;

    ProcessMigrator(StateMigration<F, T> migration, WorkflowRegistry workflows) {
        this.migration = migration;
        this.sourceSteps = workflows.steps(migration.source().workflow());
        this.targetSteps = workflows
                .steps(migration.target().workflow())
                .orElseThrow(() -> new OrchestratorException(
                        ErrorCode.WORKFLOW_VERSION_MISSING,
                        "State migration '" + migration.name() + "' leads to a version that can't be checked here: "
                                + workflows.whyMissing(migration.target().workflow())
                                + ". Run it in the build that has the target"));
    }

    Outcome migrate(LiveProcess live) {
        try {
            return new Outcome.Moves(move(live));
        } catch (Refusal refusal) {
            return new Outcome.Refused(
                    new MigrationError(live.process().processId(), refusal.phase, refusal.getMessage()));
        }
    }

    private Move move(LiveProcess live) {
        State old = live.record().state();
        F from = in(MigrationPhase.READ, () -> old.as(migration.source().state()));
        Position position = in(MigrationPhase.READ, () -> position(live.record()));
        T to = in(MigrationPhase.MIGRATE, () -> made(migration.migrate(from)));
        String goOnAt = in(MigrationPhase.MIGRATE, () -> migration.goOnAt(position, to));
        return in(MigrationPhase.VALIDATE, () -> {
            State state = newState(old, from, to);
            state.as(migration.target().state());
            TargetStep step = TargetStep.find(targetSteps, goOnAt).orElseThrow(() -> noSuchStep(goOnAt));
            Move.Standing standing = new StandingOnTarget(live, position, step, state).standing();
            Move move = new Move(live, migration.target().workflow(), state, standing);
            requireGoesOnThere(move);
            return move;
        });
    }

    private static <T> T made(T state) {
        if (state == null) {
            throw new NotMigratable("The migration returned null; throw NotMigratable with the reason instead");
        }
        return state;
    }

    private Position position(ProcessRecord record) {
        Optional<String> lastDone = record.doneKeys().stream().reduce((earlier, later) -> later);
        return new Position(sourceSteps.flatMap(steps -> next(steps, record)).or(() -> waitsAt(record)), lastDone);
    }

    private static Optional<String> next(StepList steps, ProcessRecord record) {
        NextStep next = StepCursor.next(steps, record);
        Branches.of(steps).around(next.key()).ifPresent(parallel -> {
            throw new NotMigratable("It is in the parallel branches of '" + parallel
                    + "', of which some may be done and others not: let them join first");
        });
        return switch (next) {
            case NextStep.Run run -> Optional.of(run.key());
            case NextStep.Skip skip -> Optional.of(skip.key());
            case NextStep.Mark mark -> next(steps, record.with(List.of(row(record, mark.key(), State.empty(), null))));
            case NextStep.Finished ignored -> Optional.empty();
            case NextStep.Misfit ignored -> Optional.empty();
        };
    }

    /** What the record itself tells of a process that waits or has failed. */
    private static Optional<String> waitsAt(ProcessRecord record) {
        return record.lastStep()
                .filter(step -> !step.status().isDone())
                .map(ProcessStep::key)
                .filter(key -> !key.equals(ProcessStep.STOPPED));
    }

    private State newState(State old, F from, T to) {
        ObjectNode document = old.toJson();
        Json.toTree(from).fieldNames().forEachRemaining(document::remove);
        document.setAll((ObjectNode) Json.toTree(to));
        return State.of(document)
                .with("workflow_name", migration.target().workflow().name());
    }

    /** The engine itself has to find the step that was named, on the record as it will be. */
    private void requireGoesOnThere(Move move) {
        String wanted = move.standing().goOnAt();
        ProcessRecord before = move.seen().record();
        ProcessRecord after = before.with(List.of(row(
                before,
                ProcessStep.STATE_MIGRATION,
                move.state(),
                move.standing().passed())));
        NextStep next = StepCursor.next(targetSteps, after);
        if (next instanceof NextStep.Misfit misfit) {
            throw new NotMigratable(misfit.reason());
        }
        String found = next.key();
        if (!found.equals(wanted) && !found.startsWith(StepList.groupPrefix(wanted))) {
            throw new NotMigratable("The process is to go on at '" + wanted + "', but on "
                    + migration.target().workflow() + " it would go on at '" + found + "'");
        }
    }

    /** A row as it will be, for looking ahead. */
    private static ProcessStep row(ProcessRecord record, String key, State state, List<String> passed) {
        Instant when = record.process().lastModifiedAt();
        ProcessStep last = record.steps().getLast();
        return new ProcessStep(
                RowIds.next(), key, last.name(), StepStatus.SUCCESS, state, "SYSTEM", when, when, 1, passed);
    }

    private NotMigratable noSuchStep(String key) {
        return Branches.of(targetSteps)
                .around(key)
                .map(parallel -> new NotMigratable("The process can't go on at '" + key
                        + "', in one of the parallel branches of '" + parallel
                        + "', since that leaves open what of the others is done; let it go on at '" + parallel
                        + "' as a whole, or before or behind it"))
                .orElseGet(() -> new NotMigratable("Step '" + key + "', at which the process is to go on, is not in "
                        + migration.target().workflow() + "; it has "
                        + StepList.withNewPaths(targetSteps.steps()).stream()
                                .map(step -> step.id())
                                .toList()));
    }

    private static <R> R in(MigrationPhase phase, Supplier<R> work) {
        try {
            return work.get();
        } catch (NotMigratable | OrchestratorException told) {
            throw new Refusal(phase, told.getMessage(), told);
        } catch (RuntimeException | StackOverflowError unforeseen) {
            throw new Refusal(phase, unforeseen.toString(), unforeseen);
        }
    }

    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final MigrationPhase phase;

        Refusal(MigrationPhase phase, String reason, Throwable cause) {
            super(reason, cause);
            this.phase = phase;
        }
    }
}
