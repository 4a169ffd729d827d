package dev.orchestrator.benchmarks.reads;

import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.machine.Database;
import dev.orchestrator.benchmarks.machine.Program;
import dev.orchestrator.benchmarks.machine.Readiness;
import dev.orchestrator.benchmarks.machine.Upgrade;
import dev.orchestrator.benchmarks.measure.Contest;
import dev.orchestrator.benchmarks.measure.Session;
import dev.orchestrator.benchmarks.measure.SessionSource;
import dev.orchestrator.benchmarks.report.Figure;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Reads a page over GraphQL, a domain model over REST and a large model in this JVM, each against hand-written SQL. */
public final class ReadBenchmark {
    /** So many that neither side leaves a processor idle, though ours hands each request from program to program. */
    private static final int CLIENTS_PER_PROCESSOR = 4;

    private static final int MOST_CLIENTS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final double LEAST_RATIO = 0.5;
    private static final int COUNTED_REQUESTS = 40;
    private static final int CHECKED_ANSWERS = 5;
    private static final int STATEMENTS_OF_A_PAGE = 3;
    private static final int STATEMENTS_OF_A_MODEL = 1;

    private final Checkout checkout;
    private final Contest contest;
    private final Consumer<String> progress;

    /** @param time measured for each side of each figure */
    public ReadBenchmark(Checkout checkout, Duration time, Consumer<String> progress) {
        this.checkout = checkout;
        this.contest = new Contest(clients(), WARM_UP, time);
        this.progress = progress;
    }

    private static int clients() {
        return Math.min(
                MOST_CLIENTS, CLIENTS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
    }

    public List<Figure> run() throws Exception {
        progress.accept("Starting PostgreSQL, with fsync");
        try (Database database = Database.start(checkout)) {
            prepare(database);
            List<Figure> figures = new ArrayList<>();
            int port = Program.freePort();
            progress.accept("Starting the API");
            try (Program api = startApi(database, port)) {
                api.await(() -> Readiness.of(port));
                figures.addAll(overHttp(
                        database,
                        port,
                        "graphql-page",
                        GraphqlPage::ask,
                        HandWrittenSql.PAGE,
                        GraphqlPage::parameters));
                figures.addAll(overHttp(
                        database,
                        port,
                        "rest-domain-model",
                        RestDomainModel::ask,
                        HandWrittenSql.CIRCUIT,
                        RestDomainModel::parameters));
            }
            figures.addAll(inThisJvm(database));
            return figures;
        }
    }

    private void prepare(Database database) throws Exception {
        progress.accept("Running the migrations on PostgreSQL " + database.version());
        Upgrade.of(checkout, database);
        progress.accept("Inserting " + DataSet.CIRCUITS + " subscriptions of 3 blocks and " + DataSet.NETWORKS + " of "
                + DataSet.BLOCKS_OF_A_NETWORK);
        try (Connection connection = database.connect()) {
            DataSet.insert(connection);
        }
    }

    /** With the collector that the JVM chooses by itself in a container of half a GiB, which is what the deployment gives the API. */
    private Program startApi(Database database, int port) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return Program.start(
                checkout.service("orchestrator-benchmarks/api"),
                List.of("-XX:+UseSerialGC", "-Xmx512m"),
                List.of(),
                environment);
    }

    private List<Figure> overHttp(
            Database database,
            int port,
            String name,
            HttpSession.Question question,
            String sql,
            DriverSession.Parameters parameters)
            throws Exception {
        try (HttpSession ours = new HttpSession(port, question);
                DriverSession limit = new DriverSession(database.connect(), sql, parameters)) {
            for (int i = 0; i < CHECKED_ANSWERS; i++) {
                SameAnswer.check(name, ours.answer(new SplittableRandom(i)), limit.answer(new SplittableRandom(i)));
            }
        }
        int mostStatements = name.equals("graphql-page") ? STATEMENTS_OF_A_PAGE : STATEMENTS_OF_A_MODEL;
        return measure(
                database,
                name,
                () -> new HttpSession(port, question),
                () -> new DriverSession(database.connect(), sql, parameters),
                mostStatements);
    }

    private List<Figure> inThisJvm(Database database) throws Exception {
        try (ModelLoader loader = ModelLoader.on(database, contest.clients())) {
            try (DomainModelLoad ours = new DomainModelLoad(loader);
                    DriverSession limit = new DriverSession(
                            database.connect(), HandWrittenSql.NETWORK, DomainModelLoad::parameters)) {
                for (int i = 0; i < CHECKED_ANSWERS; i++) {
                    SameAnswer.check(ours.answer(new SplittableRandom(i)), limit.answer(new SplittableRandom(i)));
                }
            }
            return measure(
                    database,
                    "domain-model-load",
                    () -> new DomainModelLoad(loader),
                    () -> new DriverSession(database.connect(), HandWrittenSql.NETWORK, DomainModelLoad::parameters),
                    STATEMENTS_OF_A_MODEL);
        }
    }

    private List<Figure> measure(
            Database database, String name, SessionSource ours, SessionSource limit, int mostStatements)
            throws Exception {
        progress.accept("Measuring " + name + " with " + contest.clients() + " clients: "
                + contest.warmUp().toSeconds() + " s to warm up, then "
                + contest.time().toSeconds()
                + " s of each side in turn");
        List<Figure> figures = new ArrayList<>(Figure.of(name, contest.between(ours, limit), LEAST_RATIO));
        try (Session session = ours.open()) {
            figures.add(Figure.atMost(
                    name + "-statements", statementsPerRequest(database, session), "statements", mostStatements));
        }
        return figures;
    }

    /** Counted by the server itself; what connecting takes was there before, by a request that is not counted. */
    private static double statementsPerRequest(Database database, Session session) throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        session.request(random);
        long before = database.statements();
        for (int i = 0; i < COUNTED_REQUESTS; i++) {
            session.request(random);
        }
        return (database.statements() - before) / (double) COUNTED_REQUESTS;
    }
}
