package dev.orchestrator.benchmarks.engine;

import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.report.Figure;
import dev.orchestrator.benchmarks.work.OneStep;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** How long a process waits, from the call that starts it to the start of its first step, on a system that is idle otherwise. */
public final class LatencyBenchmark {
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final double P50_MILLIS = 3;
    private static final double P99_MILLIS = 10;

    /** Both times are of this machine's clock: the caller's before the insert, and the worker's before the step. */
    private static final String PERCENTILE = """
            SELECT percentile_disc(?) WITHIN GROUP (
                ORDER BY extract(epoch FROM only_step.started_at - start_row.started_at) * 1000)
            FROM process_steps only_step JOIN process_steps start_row USING (pid)
            WHERE only_step.step_key = 'only' AND start_row.step_key = 'start' AND start_row.sequence > ?
            """;

    private static final String LAST = "SELECT coalesce(max(sequence), 0) FROM process_steps";

    private final Checkout checkout;
    private final int starts;
    private final Consumer<String> progress;

    /** @param starts how many, 20 a second */
    public LatencyBenchmark(Checkout checkout, int starts, Consumer<String> progress) {
        this.checkout = checkout;
        this.starts = starts;
        this.progress = progress;
    }

    public List<Figure> run() throws Exception {
        try (Engine engine = Engine.start(checkout, progress)) {
            progress.accept("Starting a worker");
            engine.startWorker();
            engine.warmUp(() -> engine.starter().start(OneStep.NAME));
            startEachInTurn(engine, starts / 4);
            long before = (long) engine.number(LAST);
            progress.accept("Starting " + starts + " processes, 20 a second");
            startEachInTurn(engine, starts);
            engine.secondsUntilIdle();
            return List.of(
                    Figure.atMost("latency-p50", percentile(engine, 0.5, before), "ms", P50_MILLIS),
                    Figure.atMost("latency-p99", percentile(engine, 0.99, before), "ms", P99_MILLIS));
        }
    }

    private static void startEachInTurn(Engine engine, int number) throws InterruptedException {
        for (int i = 0; i < number; i++) {
            TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
            engine.starter().start(OneStep.NAME);
        }
    }

    private static double percentile(Engine engine, double share, long before) throws SQLException {
        return engine.number(PERCENTILE, share, before);
    }
}
