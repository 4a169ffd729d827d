package dev.orchestrator.benchmarks.startup;

import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.machine.Database;
import dev.orchestrator.benchmarks.machine.Program;
import dev.orchestrator.benchmarks.machine.Readiness;
import dev.orchestrator.benchmarks.report.Figure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts the services of the example as {@code ./orchestrator up} does, again and again; the figures are medians. */
public final class StartupBenchmark {
    private static final String PROJECT = "examples/beginner";
    private static final int STARTS = 5;
    private static final Duration IDLE = Duration.ofSeconds(3);
    private static final double READY_SECONDS = 2.5;
    private static final double MIGRATIONS_SECONDS = 2;
    private static final double MEMORY_MEBIBYTES = 200;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Checkout checkout;
    private final Consumer<String> progress;

    public StartupBenchmark(Checkout checkout, Consumer<String> progress) {
        this.checkout = checkout;
        this.progress = progress;
    }

    public List<Figure> run() throws Exception {
        progress.accept("Starting PostgreSQL, with fsync");
        try (Database database = Database.start(checkout)) {
            List<Figure> figures = new ArrayList<>();
            figures.add(migrations(database));
            figures.addAll(service(database, "api", false));
            figures.addAll(service(database, "worker", true));
            return figures;
        }
    }

    /** The first run does all there is to do, the others find nothing. */
    private Figure migrations(Database database) throws InterruptedException {
        progress.accept("Running the migrations " + STARTS + " times after the first");
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i <= STARTS; i++) {
            long begin = System.nanoTime();
            try (Program program = start(database, "migrations", false, Optional.empty())) {
                program.awaitEnd();
            }
            if (i > 0) {
                seconds.add(secondsSince(begin));
            }
        }
        return Figure.atMost("migrations-nothing-to-do", median(seconds), "s", MIGRATIONS_SECONDS);
    }

    /** The first start is not measured: at its end the JVM writes the archive of classes that the others read. */
    private List<Figure> service(Database database, String name, boolean busy) throws InterruptedException {
        progress.accept("Starting the " + name + " " + STARTS + " times after the first");
        List<Double> seconds = new ArrayList<>();
        List<Double> mebibytes = new ArrayList<>();
        for (int i = 0; i <= STARTS; i++) {
            int port = Program.freePort();
            long begin = System.nanoTime();
            try (Program program = start(database, name, busy, Optional.of(port))) {
                program.await(() -> Readiness.of(port));
                double ready = secondsSince(begin);
                program.leaveAlone(IDLE);
                if (i > 0) {
                    seconds.add(ready);
                    mebibytes.add(program.mebibytes());
                }
            }
        }
        return List.of(
                Figure.atMost(name + "-ready", median(seconds), "s", READY_SECONDS),
                Figure.atMost(name + "-idle-memory", median(mebibytes), "MiB", MEMORY_MEBIBYTES));
    }

    private Program start(Database database, String name, boolean busy, Optional<Integer> port) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("QUARKUS_BANNER_ENABLED", "false");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        port.ifPresent(number -> environment.put("QUARKUS_HTTP_PORT", Integer.toString(number)));
        Path jar = checkout.service(PROJECT + "/" + name);
        List<String> arguments = port.isPresent() ? List.of() : List.of("db", "upgrade", "heads");
        var program = new dev.orchestrator.launcher.program.Program(
                name, jar, arguments, environment, port, Duration.ZERO, busy);
        return Program.start(jar, program.jvmOptions(database.folder().resolve(name + ".jsa")), arguments, environment);
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / NANOS_PER_SECOND;
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
