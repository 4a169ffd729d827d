package dev.orchestrator.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    static Path cache;

    @TempDir
    Path folder;

    @AfterEach
    void stopWhatRuns() {
        kept().running().ifPresent(RunningPostgres::stopImmediately);
    }

    @Test
    void takesConnectionsToADatabaseThatIsMadeOnlyOnce() throws SQLException {
        RunningPostgres server = thrownAway().start();

        server.createDatabase("orchestrator-core");
        server.createDatabase("orchestrator-core");

        assertThat(ask(server, "orchestrator-core", "SELECT current_database()"))
                .isEqualTo("orchestrator-core");
    }

    @Test
    void makesADatabaseOnceForSeveralCallersAtOnce() throws SQLException {
        RunningPostgres server = thrownAway().start();

        CompletableFuture<?>[] callers = IntStream.range(0, 4)
                .mapToObj(ignored -> CompletableFuture.runAsync(() -> server.createDatabase("shared")))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(callers).join();

        assertThat(ask(server, "shared", "SELECT current_database()")).isEqualTo("shared");
    }

    @Test
    void keepsDataPortAndPasswordOverARestart() throws SQLException {
        RunningPostgres first = kept().start();
        execute(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        first.stop();
        assertThat(first.isRunning()).isFalse();

        RunningPostgres second = kept().start();

        assertThat(ask(second, "postgres", "SELECT answer FROM kept")).isEqualTo("42");
        assertThat(second.jdbcUrl("x")).isEqualTo(first.jdbcUrl("x"));
        assertThat(second.password()).isEqualTo(first.password());
    }

    @Test
    void writesThroughToTheDiskUnlessItIsGivenUp() throws SQLException {
        RunningPostgres kept = kept().start();
        assertThat(ask(kept, "postgres", "SHOW fsync")).isEqualTo("on");
        assertThat(ask(kept, "postgres", "SHOW full_page_writes")).isEqualTo("on");
        assertThat(ask(kept, "postgres", "SHOW synchronous_commit")).isEqualTo("on");
        kept.stop();

        RunningPostgres thrownAway = thrownAway().start();
        assertThat(ask(thrownAway, "postgres", "SHOW fsync")).isEqualTo("off");
        assertThat(ask(thrownAway, "postgres", "SHOW synchronous_commit")).isEqualTo("off");
    }

    @Test
    void givesEveryStarterTheSameServer() {
        CompletableFuture<RunningPostgres> first =
                CompletableFuture.supplyAsync(() -> thrownAway().start());
        CompletableFuture<RunningPostgres> second =
                CompletableFuture.supplyAsync(() -> thrownAway().start());

        assertThat(first.join().port()).isEqualTo(second.join().port());
        assertThat(kept().running()).isPresent();
    }

    @Test
    void startsAgainAfterItWasKilled() throws Exception {
        RunningPostgres killed = kept().start();
        execute(killed, "CREATE TABLE kept AS SELECT 42 AS answer");
        kill();
        assertThat(killed.isRunning()).isFalse();

        RunningPostgres second = kept().start();

        assertThat(ask(second, "postgres", "SELECT answer FROM kept")).isEqualTo("42");
    }

    @Test
    void startsAlthoughTheNumberOfAKilledServerBelongsToAnotherProgram() throws Exception {
        kept().start();
        kill();
        Path record = folder.resolve("data").resolve(PostmasterFile.NAME);
        String lines = Files.readString(record);
        Files.writeString(record, ProcessHandle.current().pid() + lines.substring(lines.indexOf('\n')));

        assertThat(kept().start().isRunning()).isTrue();
    }

    @Test
    void takesAnotherPortWhenItsOwnIsTaken() throws IOException, SQLException {
        RunningPostgres first = thrownAway().start();
        first.stop();

        try (ServerSocket taken = new ServerSocket(first.port(), 1, InetAddress.getLoopbackAddress())) {
            RunningPostgres second = thrownAway().start();

            assertThat(second.port()).isNotEqualTo(taken.getLocalPort());
            assertThat(ask(second, "postgres", "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws SQLException {
        RunningPostgres server = thrownAway().start();

        assertThat(ask(server, "postgres", "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(server, "postgres", "SHOW unix_socket_directories")).isEmpty();
    }

    @Test
    void letsNobodyInWithoutThePasswordThatOnlyTheOwnerReads() throws IOException {
        RunningPostgres server = thrownAway().start();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws IOException {
        thrownAway().start().stop();
        Files.writeString(folder.resolve("data/PG_VERSION"), "14\n");

        assertThatThrownBy(() -> thrownAway().start())
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("was written by PostgreSQL 14")
                .hasMessageContaining("this build brings PostgreSQL 18");
    }

    @Test
    void saysTheServersLastWordsWhenItDoesNotStart() throws IOException {
        thrownAway().start().stop();
        Files.writeString(folder.resolve("data/postgresql.conf"), "nonsense = 1\n");

        assertThatThrownBy(() -> thrownAway().start())
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("PostgreSQL does not start in " + folder)
                .hasMessageContaining("unrecognized configuration parameter \"nonsense\"");
    }

    @Test
    void makesTheDataAnewWhenThatWasInterrupted() throws IOException {
        Files.createDirectories(folder.resolve("data.unfinished/base"));

        assertThat(thrownAway().start().isRunning()).isTrue();
    }

    @Test
    void saysThatTheFolderIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> EmbeddedPostgres.in(file).start())
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("PostgreSQL cannot use the folder " + file);
    }

    private EmbeddedPostgres kept() {
        return EmbeddedPostgres.in(folder).binariesIn(cache);
    }

    private EmbeddedPostgres thrownAway() {
        return kept().durable(false);
    }

    private void kill() throws Exception {
        ProcessHandle process = PostmasterFile.ofLivingServer(folder.resolve("data"))
                .flatMap(PostmasterFile::process)
                .orElseThrow();
        process.destroyForcibly();
        process.onExit().get();
    }

    private static void execute(RunningPostgres server, String sql) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(RunningPostgres server, String database, String sql) throws SQLException {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
