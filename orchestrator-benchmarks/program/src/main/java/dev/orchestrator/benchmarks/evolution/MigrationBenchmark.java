package dev.orchestrator.benchmarks.evolution;

import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.machine.Database;
import dev.orchestrator.benchmarks.machine.Upgrade;
import dev.orchestrator.benchmarks.measure.BenchmarkFailure;
import dev.orchestrator.benchmarks.report.Figure;
import dev.orchestrator.evolution.MigrationError;
import dev.orchestrator.evolution.MigrationOptions;
import dev.orchestrator.evolution.MigrationProgress;
import dev.orchestrator.evolution.MigrationReport;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Moves many processes that wait for a person, in a database that also has as many of another workflow. */
public final class MigrationBenchmark {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MEBIBYTE = 1024.0 * 1024.0;
    private static final int LOOKS = 10;

    /** As the engine leaves them: a start row, a done step with 200 bytes, and the row at which they wait. */
    private static final String PROCESSES = """
            INSERT INTO workflows (name, target, is_task) VALUES ('{workflow}', 'SYSTEM', true), ('other', 'SYSTEM', true);
            INSERT INTO processes (
                pid, workflow_id, workflow_version, last_status, last_step, assignee, started_at, last_modified_at, is_task)
            SELECT gen_random_uuid(), workflow_id, 1, 'suspended', 'Approve', 'NOC', now(), now(), true
            FROM workflows CROSS JOIN generate_series(1, {number}) WHERE name IN ('{workflow}', 'other');
            INSERT INTO process_steps (stepid, pid, step_key, name, status, state, started_at, completed_at)
            SELECT gen_random_uuid(), pid, s.key, s.key, s.status, s.state, now(), now()
            FROM processes CROSS JOIN (VALUES
                (1, 'start', 'success', jsonb_build_object('customer', 'Ada')),
                (2, 'prepare', 'success', jsonb_build_object('prepared', repeat('0123456789', 20))),
                (3, 'approve', 'suspend', jsonb '{}')) AS s (n, key, status, state)
            ORDER BY pid, s.n;
            ANALYZE
            """;

    private final Checkout checkout;
    private final int processes;
    private final Consumer<String> progress;

    public MigrationBenchmark(Checkout checkout, int processes, Consumer<String> progress) {
        this.checkout = checkout;
        this.processes = processes;
        this.progress = progress;
    }

    public List<Figure> run() throws Exception {
        progress.accept("Starting PostgreSQL, with fsync");
        try (Database database = Database.start(checkout)) {
            prepare(database);
            try (Migrator migrator = Migrator.on(database)) {
                MigrationOptions options = MigrationOptions.by("benchmark");
                progress.accept("Rehearsing");
                double rehearsal = seconds(() -> migrator.migrate(options.dryRun(true)));
                HeapWatch watch = new HeapWatch();
                progress.accept("Migrating " + processes + " processes");
                double migration = seconds(() -> migrator.migrate(options.telling(watch)));
                return List.of(
                        Figure.atMost("migration", migration, "s", processes / 1_000.0),
                        Figure.atMost("migration-dry-run", rehearsal, "s", processes / 2_000.0),
                        Figure.atMost("migration-memory", watch.most() / BYTES_PER_MEBIBYTE, "MiB", 64));
            }
        }
    }

    private void prepare(Database database) throws Exception {
        Upgrade.of(checkout, database);
        progress.accept("Writing " + 2 * processes + " processes");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(PROCESSES
                    .replace("{workflow}", Migrator.WORKFLOW)
                    .replace("{number}", Integer.toString(processes)));
        }
    }

    private double seconds(Supplier<MigrationReport> run) {
        long begin = System.nanoTime();
        MigrationReport report = run.get();
        double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
        if (report.migrated() != processes || report.skipped() != processes || !report.isOk()) {
            throw new BenchmarkFailure("The migration did not do what it was to do: " + report);
        }
        return seconds;
    }

    /** What is in the heap after a collection, looked at some times on the way. */
    private final class HeapWatch implements MigrationProgress {
        private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        private long looks;
        private long most;

        @Override
        public void done(long done, long ofAbout) {
            if (done * LOOKS / processes > looks) {
                looks++;
                memory.gc();
                most = Math.max(most, memory.getHeapMemoryUsage().getUsed());
            }
        }

        @Override
        public void failed(MigrationError error) {
            progress.accept(error.toString());
        }

        long most() {
            return most;
        }
    }
}
