package org.example.supplierchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orchestrator.testkit.ChildProcess;
import dev.orchestrator.testkit.TestDatabase;
import dev.orchestrator.testkit.program.ApiClient;
import dev.orchestrator.testkit.program.Programs;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Real runs of {@code processes migrate} that are killed in the middle, or meet one another: each process moves exactly once. */
class MigrationRunsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> BEFORE = Map.of("SUPPLIER_CHANGE_FV2025", "false");
    private static final String ORDER = """
            {"customer": "Ada", "market_location": "10000000001", "metering_point": "DE0000000000000000000000000000001",
             "grid_operator": "Netz Nord", "delivery_start": "2026-01-01"}""";

    /** More than the 500 of a run's first page. */
    private static final int CHANGES = 560;

    private static final int ON_THE_SECOND_PAGE = 520;

    /** What one run has under way at most. */
    private static final int AT_ONCE = 8;

    private static final String WAITING = """
            SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
            """;

    private static final String OTHERS_CONNECTED = """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
            """;

    /**
     * How the changes stand, those together that stand alike: status, version, version in the queue; how often they were moved by
     * their record, by what was done to them and by the audit; and how many rows of their record are gone.
     */
    private static final String STANDING = """
            SELECT p.last_status, p.workflow_version, q.workflow_version,
              (SELECT count(*) FROM process_steps s WHERE s.pid = p.pid AND s.passed_steps IS NOT NULL),
              (SELECT count(*) FROM process_actions a WHERE a.pid = p.pid AND a.action = 'migrate'),
              (SELECT count(*) FROM state_migrations m WHERE m.pid = p.pid AND m.status = 'migrated'),
              (SELECT count(*) FROM its_steps o WHERE NOT EXISTS (
                 SELECT FROM process_steps s WHERE s.pid = p.pid AND s.step_key = o.step_key AND s.state = o.state)),
              count(*)
            FROM processes p LEFT JOIN process_queue q USING (pid) GROUP BY 1, 2, 3, 4, 5, 6, 7
            """;

    private static final List<String> EACH_MOVED_ONCE =
            List.of("created", "2025", "2025", "1", "1", "1", "0", Integer.toString(CHANGES));

    private static Programs programs;
    private static TestDatabase database;

    /** One that no worker has taken yet, as the API leaves it; the tests multiply it. */
    @BeforeAll
    static void leaveAChangeUnderWay() {
        programs = new Programs(Path.of(System.getProperty("supplier-change.folder")));
        database = programs.database();
        programs.migrate();
        programs.api(BEFORE).start("supplier_change", ORDER);
        programs.terminateAll();
        database.execute("""
                CREATE TABLE one_change AS TABLE processes;
                CREATE TABLE its_steps AS TABLE process_steps;
                CREATE TABLE its_place AS TABLE process_queue;
                CREATE TABLE copies (copy uuid);
                """);
    }

    @AfterAll
    static void stop() {
        programs.close();
    }

    @BeforeEach
    void layManyOfThem() {
        database.execute("""
                TRUNCATE processes, copies CASCADE;
                INSERT INTO copies SELECT gen_random_uuid() FROM generate_series(1, %d);
                INSERT INTO processes SELECT (jsonb_populate_record(p, jsonb_build_object('pid', copy))).* FROM one_change p, copies;
                INSERT INTO process_steps OVERRIDING USER VALUE
                SELECT (jsonb_populate_record(s, jsonb_build_object('pid', copy, 'stepid', gen_random_uuid()))).*
                FROM its_steps s, copies ORDER BY s.sequence;
                INSERT INTO process_queue SELECT (jsonb_populate_record(q, jsonb_build_object('pid', copy))).* FROM its_place q, copies;
                """.formatted(CHANGES));
    }

    @Test
    void aKilledRunIsTakenUpByTheNextOne() throws Exception {
        try (Connection gate = database.connect()) {
            int session = hold(
                    gate,
                    "WHERE pid >= (SELECT pid FROM processes ORDER BY pid OFFSET " + ON_THE_SECOND_PAGE + " LIMIT 1)");
            ChildProcess killed = migrate();
            awaitMoreThan(
                    0,
                    "SELECT count(*) FROM pg_stat_activity WHERE %s = ANY (pg_blocking_pids(pid))".formatted(session));

            killed.kill();

            killed.awaitExit(PATIENCE);
        }
        awaitExactly(0, OTHERS_CONNECTED);
        int moved = moved();
        assertThat(moved).isBetween(ON_THE_SECOND_PAGE - AT_ONCE, CHANGES - 1);

        JsonNode report = report(migrate());

        assertThat(report.get("migrated").asInt()).isEqualTo(CHANGES - moved);
        assertThat(report.get("skipped").asInt()).isEqualTo(moved);
        assertThat(database.query(STANDING)).containsExactly(EACH_MOVED_ONCE);
    }

    @Test
    void twoRunsAtOnceMoveNothingTwice() throws Exception {
        ChildProcess one;
        ChildProcess other;
        try (Connection gate = database.connect()) {
            hold(gate, "");
            one = migrate();
            other = migrate();
            awaitMoreThan(AT_ONCE, WAITING);
        }

        JsonNode first = report(one);
        JsonNode second = report(other);

        assertThat(first.get("migrated").asInt() + second.get("migrated").asInt())
                .as("%s and %s", first, second)
                .isEqualTo(CHANGES);
        assertThat(database.query(STANDING)).containsExactly(EACH_MOVED_ONCE);
    }

    /** Until the session ends: what is held can be read and not changed. By what the server knows the session. */
    private static int hold(Connection session, String which) throws SQLException {
        session.setAutoCommit(false);
        try (var statement = session.createStatement()) {
            statement.execute("SELECT FROM processes " + which + " FOR UPDATE");
        }
        return session.unwrap(PGConnection.class).getBackendPID();
    }

    private static ChildProcess migrate() {
        return programs.command("processes", "migrate", "supplier_change_2024_to_2025", "--json");
    }

    /** Of a run that ended well. */
    private static JsonNode report(ChildProcess run) throws JsonProcessingException {
        assertThat(run.awaitExit(PATIENCE)).as("exit code of: %s", run.output()).isZero();
        JsonNode report = JSON.readTree(run.awaitLine("\"migrated\":", PATIENCE));
        assertThat(report.get("failed").asInt()).as("%s", report).isZero();
        return report;
    }

    private static int moved() {
        return count("SELECT count(*) FROM processes WHERE workflow_version = 2025");
    }

    private static void awaitMoreThan(int most, String question) {
        assertThat(ApiClient.awaitUntil(() -> count(question), found -> found > most, PATIENCE))
                .as(question)
                .isGreaterThan(most);
    }

    private static void awaitExactly(int expected, String question) {
        assertThat(ApiClient.awaitUntil(() -> count(question), found -> found == expected, PATIENCE))
                .as(question)
                .isEqualTo(expected);
    }

    private static int count(String question) {
        return Integer.parseInt(database.query(question).getFirst().getFirst());
    }
}
