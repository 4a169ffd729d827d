package org.example.beginner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.testkit.ChildProcess;
import dev.orchestrator.testkit.program.ApiClient;
import dev.orchestrator.testkit.program.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Upgrades that are ended in the middle, as a node that goes away ends them: what is applied is whole, and the next one goes on behind it. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class InterruptedUpgradeTest {
    private static final int VERSIONS = 4;
    private static final int IN_THE_MIDDLE = 2;
    private static final int BEFORE_ITS_HISTORY = 3;
    private static final long UPGRADE_LOCK = 0x6f72636865737472L;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What Kubernetes gives a program that it ends. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final String WAITS_AT_A_GATE =
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
    private static final String WAITS_FOR_THE_HISTORY =
            "SELECT count(*) FROM pg_locks WHERE relation = 'data_versions'::regclass AND NOT granted";
    private static final String UPGRADES_CONNECTED =
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'orchestrator-migrations'"
                    + " AND datname = current_database()";

    private enum Ending {
        SIGTERM,
        SIGKILL;

        void end(ChildProcess upgrade) {
            switch (this) {
                case SIGTERM -> upgrade.terminate();
                case SIGKILL -> upgrade.kill();
            }
            assertThat(upgrade.awaitExit(GRACE))
                    .as("exit code of: %s", upgrade.output())
                    .isNotZero();
        }
    }

    @TempDir
    Path data;

    private final Programs programs = new Programs(Path.of(System.getProperty("beginner.folder")));

    /** Each makes a table, waits at the gate that has its number, and puts something in. */
    @BeforeEach
    void writeVersions() throws IOException {
        for (int version = 1; version <= VERSIONS; version++) {
            Files.writeString(data.resolve("V" + version + "__step.sql"), """
                    CREATE TABLE step_%1$d (name text);
                    SELECT pg_advisory_xact_lock_shared(%1$d);
                    INSERT INTO step_%1$d VALUES ('done');
                    """.formatted(version));
        }
    }

    @AfterEach
    void stop() {
        programs.close();
    }

    @ParameterizedTest
    @EnumSource
    void leavesWholeVersionsWhereverItIsEnded(Ending ending) throws SQLException {
        endInTheMiddleOfAScript(ending);
        assertThat(applied()).containsExactly("1");
        assertThat(steps()).containsExactly("step_1");

        endBetweenAScriptAndItsHistory(ending);
        assertThat(applied()).containsExactly("1", "2");
        assertThat(steps()).containsExactly("step_1", "step_2");

        endWhileAnotherIsAtWork(ending);
        assertThat(applied()).containsExactly("1", "2");

        ChildProcess last = upgrade();
        assertThat(last.awaitExit(PATIENCE))
                .as("exit code of: %s", last.output())
                .isZero();
        assertThat(applied()).containsExactly("1", "2", "3", "4");
        assertThat(steps()).containsExactly("step_1", "step_2", "step_3", "step_4");
        assertThat(programs.database().query("SELECT name FROM step_2 UNION ALL SELECT name FROM step_3"))
                .containsExactly(List.of("done"), List.of("done"));
    }

    private void endInTheMiddleOfAScript(Ending ending) throws SQLException {
        try (Connection gate = programs.database().connect()) {
            close(gate, IN_THE_MIDDLE);
            ChildProcess upgrade = upgrade();
            await(WAITS_AT_A_GATE, "1");
            ending.end(upgrade);
            // Although its statement would wait for ever: the server has noticed that nobody waits for the answer.
            await(UPGRADES_CONNECTED, "0");
        }
    }

    private void endBetweenAScriptAndItsHistory(Ending ending) throws SQLException {
        try (Connection history = programs.database().connect()) {
            ChildProcess upgrade;
            try (Connection gate = programs.database().connect()) {
                close(gate, BEFORE_ITS_HISTORY);
                upgrade = upgrade();
                await(WAITS_AT_A_GATE, "1");
                history.setAutoCommit(false);
                execute(history, "LOCK TABLE data_versions IN SHARE MODE");
            }
            await(WAITS_FOR_THE_HISTORY, "1");
            ending.end(upgrade);
            await(UPGRADES_CONNECTED, "0");
        }
    }

    private void endWhileAnotherIsAtWork(Ending ending) throws SQLException {
        try (Connection other = programs.database().connect()) {
            execute(other, "SELECT pg_advisory_lock(" + UPGRADE_LOCK + ")");
            ChildProcess upgrade = upgrade();
            upgrade.awaitLine("Another upgrade of this database is running", PATIENCE);
            ending.end(upgrade);
        }
    }

    /** Until the session ends. */
    private static void close(Connection session, int gate) throws SQLException {
        execute(session, "SELECT pg_advisory_lock(" + gate + ")");
    }

    private static void execute(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    private ChildProcess upgrade() {
        return programs.command(
                Map.of("ORCHESTRATOR_MIGRATIONS_DATA_FOLDER", data.toString()), "db", "upgrade", "heads");
    }

    private void await(String count, String expected) {
        List<List<String>> answer = List.of(List.of(expected));
        assertThat(ApiClient.awaitUntil(() -> programs.database().query(count), answer::equals, PATIENCE))
                .as(count)
                .isEqualTo(answer);
    }

    /** The history, which has nothing that failed. */
    private List<String> applied() {
        return column("SELECT version FROM data_versions WHERE success AND version <> '0' ORDER BY installed_rank");
    }

    private List<String> steps() {
        return column("SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE 'step\\__' ORDER BY 1");
    }

    private List<String> column(String sql) {
        return programs.database().query(sql).stream().map(List::getFirst).toList();
    }
}
