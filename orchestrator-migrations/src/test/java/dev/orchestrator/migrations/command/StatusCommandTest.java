package dev.orchestrator.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
    @TempDir
    Path data;

    private TestDatabase database;

    @BeforeEach
    void create() throws IOException {
        database = TestDatabase.create();
        Files.writeString(data.resolve("V1__colours.sql"), "CREATE TABLE colours (name text);");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void saysThatAnEmptyDatabaseIsBehindAndLeavesItEmpty() {
        CommandRun run = status();

        assertThat(run.exitCode()).isEqualTo(ExitCode.BEHIND);
        assertThat(run.outLines()).last().isEqualTo("data: database empty, code 1, 1 to run");
        assertThat(database.query("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .containsExactly(List.of("0"));
    }

    @Test
    void isContentAfterAnUpgrade() {
        CommandRun.on(database, data, "db", "upgrade", "heads");

        CommandRun run = status();

        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).last().isEqualTo("data: database 1, code 1, 0 to run");
    }

    @Test
    void waitsUntilTheDatabaseIsAtTheHeads() throws Exception {
        try (ExecutorService initContainers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<CommandRun> waiting =
                    initContainers.submit(() -> CommandRun.on(database, data, "db", "status", "--wait=60"));
            CommandRun.on(database, data, "db", "upgrade", "heads");

            assertThat(waiting.get().exitCode()).isZero();
        }
    }

    @Test
    void stopsWaitingWhenTheTimeIsOver() {
        CommandRun run = CommandRun.on(database, data, "db", "status", "--wait=1");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BEHIND);
    }

    @Test
    void namesAScriptThatChanged() throws IOException {
        CommandRun.on(database, data, "db", "upgrade", "heads");
        Files.writeString(data.resolve("V1__colours.sql"), "CREATE TABLE colours (shade text);");

        CommandRun run = status();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("V1__colours.sql: was changed after it was applied");
    }

    @Test
    void takesTheReactiveFormOfTheUrl() {
        CommandRun run = CommandRun.with(
                Map.of(
                        "quarkus.datasource.reactive.url", database.reactiveUrl(),
                        "quarkus.datasource.username", database.user(),
                        "quarkus.datasource.password", database.password()),
                "db",
                "status");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BEHIND);
    }

    @Test
    void takesUserAndPasswordFromTheReactiveUrl() {
        String url = "postgresql://%s:%s@%s:%d/%s"
                .formatted(database.user(), database.password(), database.host(), database.port(), database.name());

        CommandRun run = CommandRun.with(Map.of("quarkus.datasource.reactive.url", url), "db", "status");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BEHIND);
    }

    @Test
    void asksForADatabaseWhereNoneIsNamed() {
        CommandRun run = CommandRun.with(Map.of(), "db", "status");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .startsWith("No database is named. Set QUARKUS_DATASOURCE_JDBC_URL")
                .hasLineCount(1);
    }

    @Test
    void refusesADataFolderThatDoesNotExist() {
        CommandRun run = CommandRun.on(database, data.resolve("nowhere"), "db", "status");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).startsWith("orchestrator.migrations.data-folder names no folder: ");
    }

    @Test
    void saysThatTheServerDoesNotAnswer() {
        CommandRun run = CommandRun.with(
                Map.of("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/orchestrator?password=secret"),
                "db",
                "status");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .startsWith("The database at postgresql://127.0.0.1:1/orchestrator cannot be reached")
                .doesNotContain("secret", "\tat ");
    }

    @Test
    void saysThatThePasswordIsWrong() {
        CommandRun run = CommandRun.with(
                Map.of(
                        "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                        "quarkus.datasource.username", database.user(),
                        "quarkus.datasource.password", "wrong"),
                "db",
                "status");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("does not let user \"" + database.user() + "\" in", "QUARKUS_DATASOURCE_PASSWORD")
                .doesNotContain("\tat ");
    }

    @Test
    void saysThatTheDatabaseDoesNotExist() {
        CommandRun run = CommandRun.with(
                Map.of(
                        "quarkus.datasource.jdbc.url",
                        database.jdbcUrl().replace(database.name(), "nowhere"),
                        "quarkus.datasource.username",
                        database.user(),
                        "quarkus.datasource.password",
                        database.password()),
                "db",
                "status");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).startsWith("The server has no such database").doesNotContain("\tat ");
    }

    @Test
    void helpNeedsNoDatabase() {
        CommandRun run = CommandRun.with(Map.of(), "db", "status", "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("the database is behind");
    }

    private CommandRun status() {
        return CommandRun.on(database, data, "db", "status");
    }
}
