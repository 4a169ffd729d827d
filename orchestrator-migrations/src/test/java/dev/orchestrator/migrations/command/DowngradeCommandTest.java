package dev.orchestrator.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DowngradeCommandTest {
    private static final String VERSIONS = "SELECT version FROM data_versions WHERE version <> '0' ORDER BY 1";

    @TempDir
    Path data;

    private TestDatabase database;

    @BeforeEach
    void create() throws IOException {
        database = TestDatabase.create();
        script("V1__colours.sql", "CREATE TABLE colours (name text);");
        script("U1__colours.sql", "DROP TABLE colours;");
        script("V2__shades.sql", "CREATE TABLE shades (name text);");
        script("U2__shades.sql", "DROP TABLE shades;");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void takesTheNewestVersionBack() {
        run("db", "upgrade", "heads");

        CommandRun run = run("db", "downgrade", "-1");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).containsExactly("data: took back V2__shades.sql", "data: now at version 1");
        assertThat(database.query("SELECT to_regclass('shades') IS NULL, to_regclass('colours') IS NULL"))
                .containsExactly(List.of("t", "f"));
        assertThat(database.query(VERSIONS)).containsExactly(List.of("1"));
    }

    @Test
    void goesBackToTheBaseAndUpAgain() {
        run("db", "upgrade", "heads");

        CommandRun down = run("db", "downgrade", "base");
        CommandRun up = run("db", "upgrade", "heads");

        assertThat(down.outLines()).last().isEqualTo("data: now before the first version");
        assertThat(up.outLines()).last().isEqualTo("data: now at version 2");
    }

    @Test
    void rollsABrokenScriptBackWithItsHistory() throws IOException {
        run("db", "upgrade", "heads");
        script("U2__shades.sql", "DROP TABLE shades;\nDROP TABLE tones;");

        CommandRun run = run("db", "downgrade", "1");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("data: U2__shades.sql failed in the statement at line 2; nothing of this script was applied")
                .contains("table \"tones\" does not exist", "statement: DROP TABLE tones")
                .doesNotContain("\tat ");
        assertThat(database.query("SELECT to_regclass('shades') IS NULL")).containsExactly(List.of("f"));
        assertThat(database.query(VERSIONS)).hasSize(2);
    }

    @Test
    void refusesToDeleteWhatCustomersHaveUnlessTold() throws IOException {
        script("V3__product.sql", """
                INSERT INTO products (name, description, product_type, tag) VALUES ('Line', 'a line', 'Line', 'LINE');
                """);
        script("U3__product.sql", """
                DELETE FROM subscriptions WHERE product_id IN (SELECT product_id FROM products WHERE name = 'Line');
                DELETE FROM products WHERE name = 'Line';
                """);
        run("db", "upgrade", "heads");
        database.execute("""
                INSERT INTO subscriptions (description, status, product_id, customer_id)
                SELECT 'my line', 'active', product_id, 'me' FROM products
                """);

        CommandRun refused = run("db", "downgrade", "2");
        List<List<String>> kept = database.query("SELECT description FROM subscriptions");
        CommandRun told = run("db", "downgrade", "2", "--lose-data");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err())
                .contains("U3__product.sql would delete what customers have", "subscriptions: 1 rows would be deleted");
        assertThat(kept).hasSize(1);
        assertThat(told.exitCode()).isZero();
        assertThat(database.query("SELECT FROM subscriptions")).isEmpty();
    }

    @Test
    void changesNothingWhereAnUndoScriptIsMissing() throws IOException {
        run("db", "upgrade", "heads");
        Files.delete(data.resolve("U1__colours.sql"));

        CommandRun run = run("db", "downgrade", "base");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("V1__colours.sql can't be taken back: there is no U1__colours.sql beside it");
        assertThat(database.query(VERSIONS)).hasSize(2);
    }

    @Test
    void changesNothingWhereNobodyHasWrittenTheUndoScript() throws IOException {
        run("db", "upgrade", "heads");
        script("U2__shades.sql", "-- Takes back V2__shades.sql\n");

        CommandRun run = run("db", "downgrade", "-1");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains(
                        "V2__shades.sql can't be taken back: U2__shades.sql has no statement. Write what takes it back");
        assertThat(database.query(VERSIONS)).hasSize(2);
    }

    @Test
    void takesAnEmptyVersionBackByAnEmptyScript() throws IOException {
        script("V3__nothing.sql", "-- Nothing\n");
        script("U3__nothing.sql", "-- Takes back V3__nothing.sql\n");
        run("db", "upgrade", "heads");

        assertThat(run("db", "downgrade", "-1").outLines()).last().isEqualTo("data: now at version 2");
    }

    @Test
    void namesTheVersionsThereAreToGoBackTo() {
        run("db", "upgrade", "heads");

        CommandRun run = run("db", "downgrade", "7");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("The data is not at or above version 7; applied are: 1, 2.");
    }

    @Test
    void goesNoFurtherBackThanThereAreVersions() {
        run("db", "upgrade", "heads");

        CommandRun run = run("db", "downgrade", "-3");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("The data has 2 versions, so it can't go back 3");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.on(database, data, arguments);
    }

    private void script(String name, String sql) throws IOException {
        Files.writeString(data.resolve(name), sql);
    }
}
