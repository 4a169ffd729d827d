package dev.orchestrator.benchmarks.engine;

import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.report.Figure;
import dev.orchestrator.benchmarks.work.OneStep;
import dev.orchestrator.benchmarks.work.ThreeSteps;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** How many checkpoints, processes and starts a second, each beside what the database can insert in the same minute. */
public final class ThroughputBenchmark {
    private static final int STEPS = 3;
    private static final int CALLERS = 8;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Checkout checkout;
    private final int processes;
    private final int rounds;
    private final Consumer<String> progress;

    /** @param processes in the queue at the beginning of each round */
    public ThroughputBenchmark(Checkout checkout, int processes, int rounds, Consumer<String> progress) {
        this.checkout = checkout;
        this.processes = processes;
        this.rounds = rounds;
        this.progress = progress;
    }

    public List<Figure> run() throws Exception {
        try (Engine engine = Engine.start(checkout, progress)) {
            progress.accept("Starting a worker");
            var worker = engine.startWorker();
            engine.warmUp(ThreeSteps.NAME, processes);
            engine.limit().perSecond();
            List<Figure> figures = new ArrayList<>();
            figures.addAll(checkpoints(engine));
            figures.add(oneStep(engine));
            figures.add(Figure.atMost("worker-memory", worker.mebibytes(), "MiB", 256));
            engine.suspendWorkers();
            figures.add(enqueue(engine));
            figures.add(bulkStart(engine));
            engine.secondsUntilIdle();
            engine.tellSizes();
            return figures;
        }
    }

    private List<Figure> checkpoints(Engine engine) throws Exception {
        Rounds measured = new Rounds();
        long statements = 0;
        for (int round = 0; round < rounds; round++) {
            double limit = engine.limit().perSecond();
            engine.enqueue(ThreeSteps.NAME, processes);
            long before = engine.database().statements();
            double perSecond = (double) processes * STEPS / engine.secondsUntilIdle();
            statements += engine.database().statements() - before;
            measured.add(perSecond, limit);
            tell("checkpoints", perSecond, limit);
        }
        double perStep = statements / ((double) rounds * processes * STEPS);
        return List.of(
                measured.figure("checkpoints", "steps/s", 3),
                Figure.atMost("statements-per-step", perStep, "statements", 1),
                Figure.atMost("statements-per-process", perStep * STEPS, "statements", STEPS));
    }

    private Figure oneStep(Engine engine) throws Exception {
        Rounds measured = new Rounds();
        for (int round = 0; round < rounds; round++) {
            double limit = engine.limit().perSecond();
            double perSecond = processes / engine.secondsFor(OneStep.NAME, processes);
            measured.add(perSecond, limit);
            tell("one-step-processes", perSecond, limit);
        }
        return measured.figure("one-step-processes", "processes/s", 2);
    }

    private Figure enqueue(Engine engine) throws Exception {
        Rounds measured = new Rounds();
        engine.warmUp(() -> startByCallers(engine, processes / 4));
        for (int round = 0; round < rounds; round++) {
            double limit = engine.limit().perSecond();
            double perSecond = processes / (2 * startByCallers(engine, processes / 2));
            measured.add(perSecond, limit);
            tell("enqueue", perSecond, limit);
        }
        return measured.figure("enqueue", "starts/s", 0.5);
    }

    private static double startByCallers(Engine engine, int number) throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            long begin = System.nanoTime();
            List<Future<?>> calls = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                calls.add(callers.submit(() -> {
                    for (int i = 0; i < number / CALLERS; i++) {
                        engine.starter().start(OneStep.NAME);
                    }
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
            return (System.nanoTime() - begin) / NANOS_PER_SECOND;
        }
    }

    private Figure bulkStart(Engine engine) throws SQLException, InterruptedException {
        Rounds measured = new Rounds();
        for (int round = 0; round < rounds; round++) {
            double limit = engine.limit().perSecond();
            long begin = System.nanoTime();
            engine.enqueue(OneStep.NAME, processes);
            double perSecond = processes / ((System.nanoTime() - begin) / NANOS_PER_SECOND);
            measured.add(perSecond, limit);
            tell("bulk-start", perSecond, limit);
        }
        return measured.figure("bulk-start", "starts/s", 5);
    }

    private void tell(String name, double perSecond, double limit) {
        progress.accept(
                "  %s: %,.0f/s, limit %,.0f/s, ratio %.2f".formatted(name, perSecond, limit, perSecond / limit));
    }
}
