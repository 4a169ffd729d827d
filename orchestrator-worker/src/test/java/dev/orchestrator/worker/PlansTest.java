package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.process.Claim;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.state.State;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The engine's statements are planned once, often while the queue is empty, and must not read all of it when it is full: that made
 * every checkpoint slower by each process that waited.
 */
class PlansTest {
    /** As many as a pool has if nobody says otherwise. */
    private static final int CONNECTIONS = 4;

    private static final String QUEUE = " on process_queue";

    @Test
    void noStatementReadsAWholeQueueThatWasEmptyWhenItWasPlanned() {
        try (EngineHarness engine = new EngineHarness(
                new TestTask(
                        "plain",
                        steps -> steps.stateStep("a", "A", state -> State.empty())
                                .done()),
                new TestTask(
                        "limited",
                        steps -> steps.sleep("b", "B", Duration.ofMillis(1)).done()))) {
            engine.database.execute(
                    "INSERT INTO concurrency_limits (scope, name, maximum) VALUES ('workflow', 'limited', 5)");
            useAll(engine);
            engine.database.execute("VACUUM ANALYZE process_queue");

            Set<String> statements = statements(engine);

            assertThat(statements)
                    .as("what is not here was not kept prepared, as when it leaves the type of a parameter open")
                    .anyMatch(statement -> statement.contains("WITH RECURSIVE lanes"))
                    .anyMatch(statement -> statement.startsWith("UPDATE process_queue q SET epoch"))
                    .anyMatch(statement -> statement.contains("UPDATE claim_turns"))
                    .anyMatch(statement -> statement.contains("INSERT INTO process_steps"))
                    .anyMatch(statement -> statement.contains("DELETE FROM process_queue"));
            for (String statement : statements) {
                List<String> plan = explain(engine, statement);
                assertThat(readingAll(plan))
                        .as(() -> statement + "\n" + String.join("\n", plan))
                        .isEmpty();
            }
        }
    }

    private static void useAll(EngineHarness engine) {
        engine.start("plain");
        List<Claim> claims = engine.claim("worker", 10, EngineHarness.LEASE);
        engine.queue.renew(claims, EngineHarness.LEASE);
        engine.queue.putOff(claims, Duration.ofMillis(-1));
        UUID limited = engine.start("limited");
        while (engine.status(limited) != ProcessStatus.COMPLETED) {
            engine.runUntilIdle();
        }
        engine.runUntilIdle();
    }

    /** What the engine's connections have prepared about the queue. */
    private static Set<String> statements(EngineHarness engine) {
        List<SqlConnection> connections = new ArrayList<>();
        Set<String> statements = new LinkedHashSet<>();
        for (int number = 0; number < CONNECTIONS; number++) {
            SqlConnection connection = engine.engine.getConnection().await().indefinitely();
            connections.add(connection);
            statements.addAll(lines(
                    connection, "SELECT statement FROM pg_prepared_statements WHERE statement LIKE '%process_queue%'"));
        }
        connections.forEach(connection -> connection.close().await().indefinitely());
        return statements;
    }

    private static List<String> explain(EngineHarness engine, String statement) {
        SqlConnection connection = engine.engine.getConnection().await().indefinitely();
        try {
            return lines(connection, "EXPLAIN (GENERIC_PLAN) " + statement);
        } finally {
            connection.close().await().indefinitely();
        }
    }

    private static List<String> lines(SqlConnection connection, String query) {
        return StreamSupport.stream(
                        connection.query(query).execute().await().indefinitely().spliterator(), false)
                .map(row -> row.getString(0))
                .toList();
    }

    /** The scans without a condition, but for those of which LIMIT takes the first row, and of the few under limits. */
    private static List<String> readingAll(List<String> plan) {
        List<String> found = new ArrayList<>();
        for (int line = 1; line < plan.size(); line++) {
            String scan = plan.get(line);
            boolean isScan = scan.contains(" Scan ") && scan.contains(QUEUE);
            boolean hasCondition = line + 1 < plan.size() && plan.get(line + 1).contains("Cond: ");
            boolean isFirstRow = plan.get(line - 1).contains("Limit ");
            if (isScan && !hasCondition && !isFirstRow && !scan.contains("process_queue_counted_ix")) {
                found.add(scan.strip());
            }
        }
        return found;
    }
}
