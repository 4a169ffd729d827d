package dev.orchestrator.benchmarks.engine;

import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.report.Figure;
import dev.orchestrator.benchmarks.work.ThreeSteps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Whether the engine is as fast at the end of a long run at full speed as at its beginning, while its tables grow. */
public final class EnduranceBenchmark {
    private static final int ROUND = 20_000;
    private static final int STEPS = 3;

    /** The first and the last of so many parts are compared. */
    private static final int PARTS = 5;

    private final Checkout checkout;
    private final Duration time;
    private final Consumer<String> progress;

    public EnduranceBenchmark(Checkout checkout, Duration time, Consumer<String> progress) {
        this.checkout = checkout;
        this.time = time;
        this.progress = progress;
    }

    public List<Figure> run() throws Exception {
        try (Engine engine = Engine.start(checkout, progress)) {
            progress.accept("Starting a worker");
            engine.startWorker();
            engine.warmUp(ThreeSteps.NAME, ROUND);
            List<Double> rates = new ArrayList<>();
            List<Double> limits = new ArrayList<>();
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < time.toNanos() || rates.size() < PARTS) {
                limits.add(engine.limit().perSecond());
                rates.add(ROUND * STEPS / engine.secondsFor(ThreeSteps.NAME, ROUND));
                progress.accept("  after %,d s: %,.0f steps/s, limit %,.0f/s"
                        .formatted(
                                Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                                rates.getLast(),
                                limits.getLast()));
            }
            engine.tellSizes();
            return List.of(compared(rates, limits));
        }
    }

    /** Each part beside what the database could insert meanwhile, so that a machine that grows slower is not held against us. */
    private static Figure compared(List<Double> rates, List<Double> limits) {
        int part = Math.max(1, rates.size() / PARTS);
        Rounds first = new Rounds();
        Rounds last = new Rounds();
        for (int n = 0; n < part; n++) {
            first.add(rates.get(n), limits.get(n));
            last.add(rates.get(rates.size() - 1 - n), limits.get(limits.size() - 1 - n));
        }
        return Figure.rate("endurance", last.ratio(), "x limit", first.ratio(), 1);
    }
}
