package dev.orchestrator.evolution;

import dev.orchestrator.evolution.ProcessMigrator.Outcome;
import dev.orchestrator.workflow.WorkflowRegistry;
import dev.orchestrator.workflow.WorkflowVersion;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Takes the processes in flight through a state migration, page by page, each in a transaction of its own.
 *
 * <p>May run while workers live, on several machines at once, be killed at any point and be run again: what is done is done, and a
 * process that moves while it is looked at is looked at anew. What goes wrong with one stops none of the others.
 */
public final class MigrationRunner {
    private static final int PAGE = 500;
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final StateMigration<?, ?> migration;
    private final ProcessMigrator<?, ?> migrator;
    private final InFlightProcesses processes;
    private final MigrationOptions options;

    public MigrationRunner(
            StateMigration<?, ?> migration,
            WorkflowRegistry workflows,
            InFlightProcesses processes,
            MigrationOptions options) {
        this.migration = migration;
        this.migrator = new ProcessMigrator<>(migration, workflows);
        this.processes = processes;
        this.options = options;
    }

    /**
     * Works out the new state of each process and leaves it prepared, for people to look at. It holds while the process has not
     * moved on; run again, it is worked out anew and gives the same report.
     */
    public MigrationReport run() {
        return run(move -> processes.prepare(migration, move, options.actor()));
    }

    /** Moves each process, and its place in the queue, to the target version. Those moved before are skipped. */
    public MigrationReport runAndUpdateRegistry(ProcessRegistry registry) {
        return run(move -> registry.move(migration, move, options.actor()));
    }

    private MigrationReport run(Predicate<Move> write) {
        WorkflowVersion source = migration.source().workflow();
        InFlightProcesses.Count count = processes.count(source, options.only());
        Tally tally = new Tally(options.progress());
        tally.skipped(count.onOthers());
        Queue<UUID> held = new ConcurrentLinkedQueue<>();
        long done = 0;
        try (ParallelPages pages = new ParallelPages()) {
            UUID last = null;
            for (List<LiveProcess> page = page(null); !page.isEmpty(); page = page(last)) {
                pages.each(page, live -> one(live, write, tally, held));
                last = page.getLast().process().processId();
                done += page.size();
                options.progress().done(done, Math.max(done, count.onVersion()));
            }
        }
        waitFor(held, write, tally);
        return tally.report(migration.name(), options.dryRun());
    }

    private List<LiveProcess> page(UUID after) {
        return processes.page(migration.source().workflow(), after, PAGE, options.only());
    }

    private List<LiveProcess> anew(UUID processId) {
        return processes.page(migration.source().workflow(), null, 1, Set.of(processId));
    }

    private void one(LiveProcess read, Predicate<Move> write, Tally tally, Queue<UUID> held) {
        UUID processId = read.process().processId();
        try {
            LiveProcess live = read;
            for (int tried = 0; tried < TRIES; tried++) {
                if (live.isHeld() && !options.dryRun()) {
                    break;
                }
                if (isSettled(live, write, tally)) {
                    return;
                }
                List<LiveProcess> now = anew(processId);
                if (now.isEmpty()) {
                    tally.skipped(1);
                    return;
                }
                live = now.getFirst();
            }
            held.add(processId);
        } catch (RuntimeException e) {
            tally.failed(new MigrationError(processId, MigrationPhase.WRITE, e.getMessage()));
        }
    }

    /** Whether the process is migrated, or refused; not when it has moved since it was read. */
    private boolean isSettled(LiveProcess live, Predicate<Move> write, Tally tally) {
        switch (migrator.migrate(live)) {
            case Outcome.Refused refused -> tally.failed(refused.error());
            case Outcome.Moves moves -> {
                if (!options.dryRun() && !write.test(moves.move())) {
                    return false;
                }
                tally.migrated();
            }
        }
        return true;
    }

    /** Comes back to those that a worker was running, until they wait, end, or patience does. */
    private void waitFor(Queue<UUID> held, Predicate<Move> write, Tally tally) {
        long rounds = options.patience().dividedBy(PAUSE);
        for (long round = 0; round < rounds && !held.isEmpty(); round++) {
            pause();
            for (UUID processId : List.copyOf(held)) {
                held.remove(processId);
                anew(processId).stream()
                        .findFirst()
                        .ifPresentOrElse(live -> one(live, write, tally, held), () -> tally.skipped(1));
            }
        }
        held.forEach(processId -> tally.failed(new MigrationError(
                processId,
                MigrationPhase.LOCK,
                "A worker is still running it after " + options.patience().toSeconds()
                        + " s; run the migration again, which leaves those alone that are migrated")));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for processes that are running", e);
        }
    }
}
