package dev.orchestrator.benchmarks.engine;

import dev.orchestrator.benchmarks.catalogue.BenchmarkWorkflows;
import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.machine.Database;
import dev.orchestrator.benchmarks.machine.Program;
import dev.orchestrator.benchmarks.machine.Readiness;
import dev.orchestrator.benchmarks.machine.Upgrade;
import dev.orchestrator.benchmarks.measure.BenchmarkFailure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the benchmarks of the engine play on: a database with the schema, whoever starts processes, and real workers. */
final class Engine implements AutoCloseable {
    private static final int BATCH = 2_000;
    /** A look at a queue that is being emptied reads past what is gone, and takes time from what is measured. */
    private static final Duration LOOK = Duration.ofMillis(25);

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double NANOS_PER_SECOND = 1e9;

    /** One collector's thread beside two of work: what runs at the same time would take the processors from the database. */
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx128m");

    private static final Duration WARM_UP = Duration.ofSeconds(40);

    /** Of what is measured, and not of what waits beside it; counts on process_queue_lane_ix. */
    private static final String IS_SOMETHING_DUE = """
            SELECT EXISTS (
                SELECT FROM process_queue
                WHERE priority = 5 AND workflow IN (%s) AND workflow_version = 1
                  AND concurrency_key = '' AND due_at <= now())
            """.formatted(BenchmarkWorkflows.all().stream()
            .map(workflow -> "'" + workflow.name() + "'")
            .collect(Collectors.joining(", ")));

    private static final String SIZES = """
            SELECT relname, pg_table_size(relid) / 1024, pg_indexes_size(relid) / 1024, n_dead_tup
            FROM pg_stat_user_tables WHERE relname IN ('process_queue', 'processes', 'process_steps') ORDER BY relname
            """;

    private final Checkout checkout;
    private final Database database;
    private Connection control;
    private final Starter starter;
    private final InsertLimit limit;
    private final Consumer<String> progress;
    private final List<Program> workers = new ArrayList<>();

    private Engine(Checkout checkout, Database database, Consumer<String> progress) throws Exception {
        this.checkout = checkout;
        this.database = database;
        this.progress = progress;
        this.control = database.connect();
        this.starter = Starter.on(database);
        this.limit = new InsertLimit(database);
    }

    static Engine start(Checkout checkout, Consumer<String> progress) throws Exception {
        progress.accept("Starting PostgreSQL, with fsync");
        Database database = Database.start(checkout);
        progress.accept("Running the migrations on PostgreSQL " + database.version());
        Upgrade.of(checkout, database);
        return new Engine(checkout, database, progress);
    }

    void tell(String what) {
        progress.accept(what);
    }

    Database database() {
        return database;
    }

    Starter starter() {
        return starter;
    }

    InsertLimit limit() {
        return limit;
    }

    /** One more worker, in default settings; returns when it is ready. */
    Program startWorker() throws InterruptedException {
        Map<String, String> environment = new HashMap<>(database.environment());
        int port = Program.freePort();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        Program worker =
                Program.start(checkout.service("orchestrator-benchmarks/worker"), OPTIONS, List.of(), environment);
        worker.await(() -> Readiness.of(port));
        workers.add(worker);
        return worker;
    }

    /** Ends one for good, without its knowing. */
    void killWorker() {
        workers.removeFirst().kill();
    }

    /** Ends the database as a power failure would, and starts it again. */
    void crashDatabase() throws SQLException {
        database.crash();
        database.restart();
        control = database.connect();
    }

    void stopWorkers() {
        workers.forEach(Program::close);
        workers.clear();
    }

    /** What is done over and over to warm up. */
    interface Round {
        void run() throws Exception;
    }

    void warmUp(String workflow, int number) throws Exception {
        warmUp(() -> tell("  %,.0f processes/s".formatted(number / secondsFor(workflow, number))));
    }

    /** For as long as the JVM still compiles what is hot: until then the compiler takes as much of the processors as the work. */
    void warmUp(Round round) throws Exception {
        tell("Warming up for " + WARM_UP.toSeconds() + " s");
        long end = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < end) {
            round.run();
        }
    }

    /** Puts processes into the queue behind the backs of the workers, lets them run, and returns how long they took. */
    double secondsFor(String workflow, int number) throws SQLException, InterruptedException {
        enqueue(workflow, number);
        return secondsUntilIdle();
    }

    /** Puts processes into the queue while no worker runs; {@link #secondsUntilIdle} lets them go on. */
    void enqueue(String workflow, int number) throws InterruptedException {
        suspendWorkers();
        for (int done = 0; done < number; done += BATCH) {
            starter.startAll(workflow, Math.min(BATCH, number - done));
        }
    }

    void suspendWorkers() throws InterruptedException {
        for (Program worker : workers) {
            worker.suspend();
        }
    }

    double secondsUntilIdle() throws SQLException, InterruptedException {
        return secondsUntilIdle(workers.size());
    }

    /** With that many of the workers; the others stay suspended, if they were. */
    double secondsUntilIdle(int atWork) throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        for (Program worker : workers.subList(0, atWork)) {
            worker.goOn();
        }
        awaitIdle();
        return (System.nanoTime() - begin) / NANOS_PER_SECOND;
    }

    private void awaitIdle() throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        while (isSomethingDue()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new BenchmarkFailure(
                        "The workers do not get done: " + workers.getFirst().lastLines());
            }
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        }
    }

    private boolean isSomethingDue() throws SQLException {
        try (Statement statement = control.createStatement();
                ResultSet rows = statement.executeQuery(IS_SOMETHING_DUE)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = control.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The single number that a query returns. */
    double number(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = control.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getDouble(1);
            }
        }
    }

    /** Tells how large the tables of the engine and their indexes are. */
    void tellSizes() throws SQLException {
        try (Statement statement = control.createStatement();
                ResultSet rows = statement.executeQuery(SIZES)) {
            while (rows.next()) {
                tell("  %s: table %,d KiB, indexes %,d KiB, dead rows %,d"
                        .formatted(rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)));
            }
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        stopWorkers();
        limit.close();
        starter.close();
        control.close();
        database.close();
    }
}
