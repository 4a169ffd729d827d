package dev.orchestrator.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.head.Head;
import dev.orchestrator.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadsCommandTest {
    @TempDir
    Path data;

    private TestDatabase database;

    @BeforeEach
    void create() throws IOException {
        database = TestDatabase.create();
        Files.writeString(
                data.resolve("V1__colours.sql"), "-- Depends on schema version 1\nCREATE TABLE colours (name text);");
        Files.writeString(data.resolve("V2__bright_shades.sql"), "CREATE TABLE shades (name text);");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void headsShowsWhatIsAppliedAndWhatIsToRun() {
        CommandRun.on(database, data, "db", "upgrade", "1");

        CommandRun run = CommandRun.on(database, data, "db", "heads");

        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines())
                .startsWith("V2__bright_shades  (data) (head)", "  applied: V1__colours", "  to run: V2__bright_shades")
                .contains("  applied: V1__products_and_subscriptions")
                .anyMatch(line -> line.matches("V%s__\\w+  \\(schema\\) \\(effective head\\)"
                        .formatted(Head.SCHEMA.versionsInCode().getLast())));
    }

    @Test
    void historyGoesFromTheNewestToTheBase() {
        CommandRun.on(database, data, "db", "upgrade", "1");

        CommandRun run = CommandRun.on(database, data, "db", "history");

        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines().getFirst())
                .isEqualTo("V1__colours -> V2__bright_shades  (data) (head), bright shades, to run");
        assertThat(run.outLines().get(1))
                .startsWith("<base> (V1__products_and_subscriptions) -> V1__colours  (data), colours, applied 20");
        assertThat(run.outLines().getLast())
                .startsWith("<base> -> V1__products_and_subscriptions  (schema), products and subscriptions, applied");
    }

    @Test
    void bothWorkOnAnEmptyDatabaseAndLeaveItEmpty() {
        CommandRun heads = CommandRun.on(database, data, "db", "heads");
        CommandRun history = CommandRun.on(database, data, "db", "history");

        assertThat(heads.outLines()).contains("  to run: V1__colours");
        assertThat(history.outLines()).allMatch(line -> line.endsWith(", to run"));
        assertThat(database.query("SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isEmpty();
    }
}
