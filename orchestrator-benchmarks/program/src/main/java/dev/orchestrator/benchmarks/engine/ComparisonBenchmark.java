package dev.orchestrator.benchmarks.engine;

import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.report.Figure;
import dev.orchestrator.benchmarks.work.ThreeSteps;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;

/** What is left of the throughput under a burden, beside that without it, in turn. */
public final class ComparisonBenchmark {
    private static final int STEPS = 3;
    private static final int WAITING = 1_000_000;
    private static final int KEYS = 50;

    private static final String PROCESSES = """
            INSERT INTO concurrency_limits (scope, name, maximum)
            SELECT 'key', 'backlog-' || n, 0 FROM generate_series(1, %2$d) n;
            INSERT INTO processes (pid, workflow_id, started_at, last_modified_at, is_task, concurrency_key)
            SELECT gen_random_uuid(), workflow_id, now(), now(), true, 'backlog-' || 1 + n %% %2$d
            FROM generate_series(1, %1$d) n, workflows WHERE name = 'three_steps';
            ANALYZE processes
            """.formatted(WAITING, KEYS);

    /** Nine of ten wait for a limit that lets none of them run, the tenth for tomorrow. */
    private static final String BACKLOG = """
            INSERT INTO process_queue (pid, due_at, workflow, workflow_version, concurrency_key)
            SELECT pid, now() + CASE WHEN random() < 0.1 THEN interval '1 day' ELSE interval '0' END, 'three_steps', 1,
                   concurrency_key
            FROM processes WHERE concurrency_key <> '';
            ANALYZE process_queue
            """;

    private static final String NO_BACKLOG = "DELETE FROM process_queue WHERE concurrency_key <> ''";
    /** Else what is measured waits for the disk that still takes in the rows. */
    private static final String TO_DISK = "CHECKPOINT";

    private static final String CLEAN_UP = "VACUUM (ANALYZE) process_queue, processes";

    private final Checkout checkout;
    private final int processes;
    private final int rounds;
    private final Consumer<String> progress;

    public ComparisonBenchmark(Checkout checkout, int processes, int rounds, Consumer<String> progress) {
        this.checkout = checkout;
        this.processes = processes;
        this.rounds = rounds;
        this.progress = progress;
    }

    /** A million rows in the queue that may not run, under 50 keys, 100,000 of them not due. */
    public List<Figure> backlog() throws Exception {
        try (Engine engine = warm()) {
            engine.execute(PROCESSES);
            Rounds measured = new Rounds();
            for (int round = 0; round < rounds; round++) {
                double without = stepsPerSecond(engine);
                progress.accept("  putting " + WAITING + " rows into the queue");
                engine.suspendWorkers();
                engine.execute(BACKLOG);
                engine.execute(CLEAN_UP);
                engine.execute(TO_DISK);
                add(measured, stepsPerSecond(engine), without);
                engine.suspendWorkers();
                engine.execute(NO_BACKLOG);
                engine.execute(CLEAN_UP);
            }
            return List.of(measured.figure("backlog", "steps/s", 0.8));
        }
    }

    /** Two workers side by side, beside one of them alone. */
    public List<Figure> twoWorkers() throws Exception {
        try (Engine engine = warm()) {
            engine.startWorker();
            engine.warmUp(ThreeSteps.NAME, 2 * processes);
            Rounds measured = new Rounds();
            for (int round = 0; round < rounds; round++) {
                engine.enqueue(ThreeSteps.NAME, processes);
                double alone = (double) processes * STEPS / engine.secondsUntilIdle(1);
                add(measured, stepsPerSecond(engine), alone);
            }
            return List.of(measured.figure("two-workers", "steps/s", 1));
        }
    }

    /** A transaction whose snapshot is held open, so that nothing that was deleted since can be cleaned up. */
    public List<Figure> heldSnapshot() throws Exception {
        try (Engine engine = warm()) {
            Rounds measured = new Rounds();
            for (int round = 0; round < rounds; round++) {
                double without = stepsPerSecond(engine);
                try (Connection holder = engine.database().connect();
                        Statement statement = holder.createStatement()) {
                    holder.setAutoCommit(false);
                    holder.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                    statement.execute("SELECT count(*) FROM workflows");
                    add(measured, stepsPerSecond(engine), without);
                    holder.rollback();
                }
                engine.execute(CLEAN_UP);
            }
            engine.tellSizes();
            return List.of(measured.figure("held-snapshot", "steps/s", 0.7));
        }
    }

    private Engine warm() throws Exception {
        Engine engine = Engine.start(checkout, progress);
        progress.accept("Starting a worker");
        engine.startWorker();
        engine.warmUp(ThreeSteps.NAME, processes);
        return engine;
    }

    private double stepsPerSecond(Engine engine) throws SQLException, InterruptedException {
        return (double) processes * STEPS / engine.secondsFor(ThreeSteps.NAME, processes);
    }

    private void add(Rounds measured, double burdened, double free) {
        measured.add(burdened, free);
        progress.accept("  %,.0f/s, without %,.0f/s, ratio %.2f".formatted(burdened, free, burdened / free));
    }
}
