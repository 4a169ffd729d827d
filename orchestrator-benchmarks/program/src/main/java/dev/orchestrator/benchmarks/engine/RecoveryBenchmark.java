package dev.orchestrator.benchmarks.engine;

import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.measure.BenchmarkFailure;
import dev.orchestrator.benchmarks.report.Figure;
import dev.orchestrator.benchmarks.work.FiveSteps;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** How soon 200 processes are done whose worker, or whose database, is lost in the middle. Settings are the defaults. */
public final class RecoveryBenchmark {
    private static final int PROCESSES = 200;
    private static final double WORKER_SECONDS = 20;
    private static final double DATABASE_SECONDS = 10;

    /** So that all are in their steps. */
    private static final Duration UNDER_WAY = Duration.ofMillis(500);

    private static final String NOT_COMPLETED =
            "SELECT count(*) FROM processes JOIN workflows USING (workflow_id) WHERE name = '" + FiveSteps.NAME
                    + "' AND last_status <> 'completed'";

    private static final String STEPS_DOUBLED = """
            SELECT count(*) FROM (
                SELECT FROM process_steps JOIN processes USING (pid) JOIN workflows USING (workflow_id)
                WHERE workflows.name = '%s' GROUP BY pid, step_key HAVING count(*) > 1) AS doubled
            """.formatted(FiveSteps.NAME);

    private final Checkout checkout;
    private final Consumer<String> progress;

    public RecoveryBenchmark(Checkout checkout, Consumer<String> progress) {
        this.checkout = checkout;
        this.progress = progress;
    }

    public List<Figure> run() throws Exception {
        try (Engine engine = Engine.start(checkout, progress)) {
            progress.accept("Starting two workers");
            engine.startWorker();
            engine.startWorker();
            engine.secondsFor(FiveSteps.NAME, PROCESSES);
            double afterWorker = secondsAfter("Killing one of them for good", engine, engine::killWorker);
            engine.startWorker();
            engine.secondsFor(FiveSteps.NAME, PROCESSES);
            double afterDatabase = secondsAfter("Crashing PostgreSQL", engine, engine::crashDatabase);
            return List.of(
                    Figure.atMost("worker-killed", afterWorker, "s", WORKER_SECONDS),
                    Figure.atMost("database-restarted", afterDatabase, "s", DATABASE_SECONDS));
        }
    }

    private interface Loss {
        void happen() throws SQLException;
    }

    private double secondsAfter(String what, Engine engine, Loss loss) throws SQLException, InterruptedException {
        engine.starter().startAll(FiveSteps.NAME, PROCESSES);
        TimeUnit.NANOSECONDS.sleep(UNDER_WAY.toNanos());
        progress.accept(what + ", " + PROCESSES + " processes under way");
        loss.happen();
        double seconds = engine.secondsUntilIdle();
        requireAllDone(engine);
        return seconds;
    }

    /** A figure of what was lost would be worth nothing. */
    private static void requireAllDone(Engine engine) throws SQLException {
        long open = (long) engine.number(NOT_COMPLETED);
        long doubled = (long) engine.number(STEPS_DOUBLED);
        if (open > 0 || doubled > 0) {
            throw new BenchmarkFailure(
                    "Expected all processes to be completed and each step once; %d are not completed, %d steps are on record twice"
                            .formatted(open, doubled));
        }
    }
}
