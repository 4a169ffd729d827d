package dev.orchestrator.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    private static final List<String> COLOURS = List.of("colours.sql", "more-colours.sql");

    @Test
    void holdsWhatTheScriptsPutIntoIt() {
        try (TestDatabase database = TestDatabase.create(COLOURS)) {
            assertThat(database.query("SELECT name FROM colours ORDER BY name DESC"))
                    .containsExactly(List.of("red"), List.of("BLUE"));
        }
    }

    @Test
    void isEmptyWithoutScripts() {
        try (TestDatabase database = TestDatabase.create()) {
            assertThat(database.query("SELECT FROM pg_tables WHERE schemaname = 'public'"))
                    .isEmpty();
        }
    }

    @Test
    void showsNothingOfOtherTests() {
        try (TestDatabase one = TestDatabase.create(COLOURS);
                TestDatabase other = TestDatabase.create(COLOURS)) {
            one.execute("DELETE FROM colours");

            assertThat(other.query("SELECT count(*) FROM colours")).containsExactly(List.of("2"));
        }
    }

    @Test
    void isGoneAfterCloseAlthoughConnectionsAreOpen() throws SQLException {
        TestDatabase closed = TestDatabase.create();
        try (Connection left = closed.connect();
                TestDatabase other = TestDatabase.create()) {
            closed.close();

            assertThat(other.query("SELECT FROM pg_database WHERE datname = '" + closed.name() + "'"))
                    .isEmpty();
            assertThatThrownBy(() -> left.createStatement().execute("SELECT 1")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void namesTheScriptThatIsMissing() {
        assertThatThrownBy(() -> TestDatabase.create(List.of("nowhere.sql")))
                .hasMessage("No such SQL script on the class path: nowhere.sql");
    }

    @Test
    void leavesNoServerBehindWhenItsProgramIsKilled() {
        try (ChildProcess program = ChildProcess.java(KeepsADatabase.class, List.of(), Map.of())) {
            String[] words =
                    program.awaitLine("server ", Duration.ofSeconds(30)).split(" ", -1);
            ProcessHandle server = ProcessHandle.of(Long.parseLong(words[1])).orElseThrow();
            assertThat(server.isAlive()).isTrue();

            program.kill();

            assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(10));
            assertThat(Files.exists(Path.of(words[2], "data", "postmaster.pid")))
                    .isFalse();
        }
    }

    /** Stands for a test run that is killed. */
    static final class KeepsADatabase {
        public static void main(String[] arguments) throws Exception {
            try (TestDatabase database = TestDatabase.create()) {
                Path folder = Path.of(System.getProperty("dev.orchestrator.testkit.server"));
                String pid = Files.readAllLines(folder.resolve("data/postmaster.pid"))
                        .getFirst();
                System.out.println("server " + pid + " " + folder + " " + database.name());
                System.in.read();
            }
        }
    }
}
