package dev.orchestrator.benchmarks.engine;

import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.machine.Program;
import dev.orchestrator.benchmarks.report.Figure;
import dev.orchestrator.benchmarks.work.LongSleep;
import dev.orchestrator.benchmarks.work.LongStep;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What many processes at a time cost a worker: 1,000 in a step, and 10,000 that sleep. */
public final class CrowdBenchmark {
    private static final int IN_FLIGHT = 1_000;
    private static final int SLEEPING = 10_000;
    private static final double MOST_MEMORY = 256;

    /** Of a thousandth of a processor; the noise of such a measurement. */
    private static final double NEXT_TO_NOTHING = 5;

    /** Less can't be told from nothing. */
    private static final double LEAST_SEEN = 0.1;

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration REST = Duration.ofSeconds(10);
    private static final double NANOS_PER_MILLI = 1e6;

    private static final String HELD = "SELECT count(*) FROM process_queue WHERE leased_until > now()";

    private final Checkout checkout;
    private final Consumer<String> progress;

    public CrowdBenchmark(Checkout checkout, Consumer<String> progress) {
        this.checkout = checkout;
        this.progress = progress;
    }

    public List<Figure> run() throws Exception {
        try (Engine engine = Engine.start(checkout, progress)) {
            progress.accept("Starting a worker, with nothing to do");
            Program worker = engine.startWorker();
            worker.leaveAlone(REST);
            double idle = processorMillisPerSecond(worker);
            double memory = worker.mebibytes();
            progress.accept("Letting " + SLEEPING + " processes fall asleep");
            engine.secondsFor(LongSleep.NAME, SLEEPING);
            worker.leaveAlone(REST);
            double asleep = processorMillisPerSecond(worker);
            progress.accept("  idle %.1f ms/s and %.0f MiB before, %.1f ms/s and %.0f MiB now"
                    .formatted(idle, memory, asleep, worker.mebibytes()));
            List<Figure> figures = new ArrayList<>();
            figures.add(
                    Figure.atMost("sleeping-processor", Math.max(LEAST_SEEN, asleep - idle), "ms/s", NEXT_TO_NOTHING));
            figures.add(Figure.atMost("in-flight-memory", inFlightMemory(engine, worker), "MiB", MOST_MEMORY));
            return figures;
        }
    }

    private double processorMillisPerSecond(Program worker) throws InterruptedException {
        Duration before = worker.processorTime();
        worker.leaveAlone(REST);
        return worker.processorTime().minus(before).toNanos() / NANOS_PER_MILLI / REST.toSeconds();
    }

    /** The most that it has while they run. */
    private double inFlightMemory(Engine engine, Program worker) throws SQLException, InterruptedException {
        progress.accept("Starting " + IN_FLIGHT + " processes of a step of 30 s");
        engine.starter().startAll(LongStep.NAME, IN_FLIGHT);
        while (engine.number(HELD) < IN_FLIGHT) {
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        }
        double most = worker.mebibytes();
        while (engine.number(HELD) > 0) {
            most = Math.max(most, worker.mebibytes());
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        }
        return most;
    }
}
