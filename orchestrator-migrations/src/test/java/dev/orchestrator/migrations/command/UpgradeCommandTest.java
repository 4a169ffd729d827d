package dev.orchestrator.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.migrations.DatabaseUpgrade;
import dev.orchestrator.migrations.MigrationSettings;
import dev.orchestrator.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradeCommandTest {
    private static final long UPGRADE_LOCK = 0x6f72636865737472L;
    private static final String HISTORY =
            "SELECT version FROM data_versions WHERE version <> '0' ORDER BY installed_rank";

    @TempDir
    Path data;

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.create();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void bringsAnEmptyDatabaseToBothHeads() throws IOException {
        script("V1__colours.sql", "INSERT INTO resource_types (resource_type) VALUES ('${colour}');");

        CommandRun run = upgrade();

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("schema: applied V1__products_and_subscriptions.sql", "data: now at version 1");
        assertThat(database.query("SELECT resource_type FROM resource_types")).containsExactly(List.of("${colour}"));
    }

    @Test
    void findsNothingToDoTheSecondTime() throws IOException {
        script("V1__colours.sql", "INSERT INTO resource_types (resource_type) VALUES ('red');");
        upgrade();

        CommandRun run = upgrade();

        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).hasSize(2).allMatch(line -> line.contains(": up to date at version "));
    }

    @Test
    void leavesTheDataHeadAloneWhereThereAreNoDataScripts() {
        CommandRun run = CommandRun.on(database, "db", "upgrade", "heads");

        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).last().isEqualTo("data: up to date, no scripts");
    }

    @Test
    void keepsTablesThatWereThereBefore() {
        database.execute("CREATE TABLE inventory (name text)");

        CommandRun run = CommandRun.on(database, "db", "upgrade", "heads");

        assertThat(run.exitCode()).isZero();
        assertThat(database.query("SELECT count(*) FROM inventory")).containsExactly(List.of("0"));
    }

    @Test
    void refusesTheDatabaseOfAnotherProgram() {
        database.execute("CREATE TABLE products (name text); CREATE TABLE workflows (name text)");

        CommandRun run = CommandRun.on(database, "db", "upgrade", "heads");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("The database has tables of another program: products, workflows. Name an empty database");
        assertThat(database.query("SELECT to_regclass('schema_versions')"))
                .containsExactly(Collections.singletonList(null));
    }

    @Test
    void letsOneOfManyWorkAndTheOthersWait() throws IOException {
        script("V1__colours.sql", "INSERT INTO resource_types (resource_type) VALUES ('red');");

        List<CommandRun> upgrades = upgradeAtOnce(12);

        assertThat(upgrades)
                .allSatisfy(upgrade ->
                        assertThat(upgrade.exitCode()).as(upgrade.err()).isZero());
        assertThat(upgrades.stream().filter(upgrade -> upgrade.out().contains("applied")))
                .hasSize(1);
    }

    @Test
    void letsManyFindNothingToDoWithoutWaitingForOneAnother() throws Exception {
        script("V1__colours.sql", "INSERT INTO resource_types (resource_type) VALUES ('red');");
        upgrade();

        List<CommandRun> upgrades;
        try (Connection other = database.connect()) {
            other.createStatement().execute("SELECT pg_advisory_lock(" + UPGRADE_LOCK + ")");
            upgrades = upgradeAtOnce(12);
        }

        assertThat(upgrades)
                .allSatisfy(upgrade -> assertThat(upgrade.outLines())
                        .hasSize(2)
                        .allMatch(line -> line.contains(": up to date at version ")));
    }

    @Test
    void waitsForAPlaceOnAServerThatHasNone() {
        String role = "crowd_" + database.name();
        database.execute(
                "CREATE ROLE %1$s LOGIN PASSWORD 'secret' CONNECTION LIMIT 2; GRANT ALL ON SCHEMA public TO %1$s"
                        .formatted(role));
        Map<String, String> settings = Map.of(
                "quarkus.datasource.jdbc.url",
                database.jdbcUrl(),
                "quarkus.datasource.username",
                role,
                "quarkus.datasource.password",
                "secret");

        List<CommandRun> upgrades = atOnce(8, () -> CommandRun.with(settings, "db", "upgrade", "heads"));

        assertThat(upgrades)
                .allSatisfy(upgrade ->
                        assertThat(upgrade.exitCode()).as(upgrade.err()).isZero());
    }

    private List<CommandRun> upgradeAtOnce(int number) {
        return atOnce(number, this::upgrade);
    }

    private static List<CommandRun> atOnce(int number, Callable<CommandRun> upgrade) {
        List<Future<CommandRun>> upgrades;
        try (ExecutorService pods = Executors.newVirtualThreadPerTaskExecutor()) {
            upgrades = Stream.generate(() -> pods.submit(upgrade)).limit(number).toList();
        }
        return upgrades.stream().map(Future::resultNow).toList();
    }

    @Test
    void rollsABrokenScriptBackAndSaysWhereItBroke() throws IOException {
        script("V1__good.sql", "CREATE TABLE good (name text);");
        script("V2__broken.sql", "CREATE TABLE half (name text);\n\nINSERT INTO half (nome)\n  VALUES ('x');\n");

        CommandRun run = upgrade();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("data: V2__broken.sql failed in the statement at line 3; nothing of this script was applied")
                .contains("column \"nome\" of relation \"half\" does not exist")
                .contains("statement: INSERT INTO half (nome)")
                .doesNotContain("\tat ");
        assertThat(database.query("SELECT to_regclass('good'), to_regclass('half')"))
                .containsExactly(Arrays.asList("good", null));
    }

    @Test
    void goesOnAfterABrokenScriptWasCorrected() throws IOException {
        script("V1__broken.sql", "CREATE TABEL colours (name text);");
        upgrade();
        script("V1__broken.sql", "CREATE TABLE colours (name text);");

        CommandRun run = upgrade();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("data: applied V1__broken.sql");
    }

    @Test
    void refusesAScriptThatChangedAfterItWasApplied() throws IOException {
        script("V1__colours.sql", "CREATE TABLE colours (name text);");
        upgrade();
        String checksum = database.query("SELECT checksum FROM data_versions WHERE version = '1'")
                .getFirst()
                .getFirst();
        script("V1__colours.sql", "CREATE TABLE colours (name text, shade text);");

        CommandRun run = upgrade();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("V1__colours.sql: was changed after it was applied")
                .containsPattern("checksum " + checksum + " in the database, -?\\d+ in this code");
    }

    @Test
    void refusesADatabaseThatIsNewerThanTheCode() throws IOException {
        script("V1__colours.sql", "CREATE TABLE colours (name text);");
        Path newer = script("V2__shades.sql", "CREATE TABLE shades (name text);");
        upgrade();
        Files.delete(newer);

        CommandRun run = upgrade();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("V2__shades.sql: the database is newer than this code");
    }

    @Test
    void refusesAScriptThatIsMissingAmongThoseApplied() throws IOException {
        Path first = script("V1__colours.sql", "CREATE TABLE colours (name text);");
        script("V2__shades.sql", "CREATE TABLE shades (name text);");
        upgrade();
        Files.delete(first);

        CommandRun run = upgrade();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("V1__colours.sql: was applied to the database and is missing in this code");
    }

    @Test
    void refusesAScriptBelowTheVersionOfTheDatabase() throws IOException {
        script("V2__shades.sql", "CREATE TABLE shades (name text);");
        upgrade();
        script("V1__colours.sql", "CREATE TABLE colours (name text);");

        CommandRun run = upgrade();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("V1__colours.sql: comes before a version that is applied already");
    }

    @Test
    void bringsDatabasesAtDifferentVersionsToTheSame() throws IOException {
        script("V1__colours.sql", "CREATE TABLE colours (name text);");
        upgrade();
        script("V2__shades.sql", "CREATE TABLE shades (name text);");

        try (TestDatabase second = TestDatabase.create()) {
            CommandRun behind = upgrade();
            CommandRun empty = CommandRun.on(second, data, "db", "upgrade", "heads");

            assertThat(List.of(behind.exitCode(), empty.exitCode())).containsOnly(ExitCode.OK);
            assertThat(behind.out()).doesNotContain("V1__colours");
            assertThat(second.query(HISTORY)).isEqualTo(database.query(HISTORY));
        }
    }

    @Test
    void refusesANewDataHeadForADatabaseThatHasAnother(@TempDir Path project) throws IOException {
        script("V1__colours.sql", "CREATE TABLE colours (name text);");
        script("V2__shades.sql", "CREATE TABLE shades (name text);");
        upgrade();
        CommandRun init = CommandRun.on(database, project, "db", "init");

        CommandRun run = CommandRun.on(database, project, "db", "upgrade", "heads");

        assertThat(init.exitCode()).isZero();
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("The database's data does not fit this code; nothing was changed")
                .contains("V1__colours.sql: was applied to the database, where this code has V1__create_data_head.sql")
                .contains("V2__shades.sql: the database is newer than this code");
        assertThat(database.query(HISTORY)).containsExactly(List.of("1"), List.of("2"));
    }

    @Test
    void refusesTwoScriptsOfOneVersion() throws IOException {
        script("V1__colours.sql", "CREATE TABLE colours (name text);");
        script("V1__shades.sql", "CREATE TABLE shades (name text);");

        CommandRun run = upgrade();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("V1__colours.sql", "V1__shades.sql", "give one of them another number")
                .doesNotContain("\tat ");
        assertThat(database.query("SELECT to_regclass('products')")).containsExactly(Collections.singletonList(null));
    }

    @Test
    void changesTheSchemaOnlyIfTheDataFitsToo() throws IOException {
        script("V1__colours.sql", "CREATE TABLE colours (name text);");
        database.execute("CREATE TABLE data_versions AS SELECT 1");

        CommandRun run = upgrade();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(database.query("SELECT to_regclass('products')")).containsExactly(Collections.singletonList(null));
    }

    @Test
    void saysWhichRightTheUserLacks() {
        database.execute("CREATE ROLE reader_%s LOGIN PASSWORD 'secret'".formatted(database.name()));

        CommandRun run = CommandRun.with(
                Map.of(
                        "quarkus.datasource.jdbc.url",
                        database.jdbcUrl(),
                        "quarkus.datasource.username",
                        "reader_" + database.name(),
                        "quarkus.datasource.password",
                        "secret"),
                "db",
                "upgrade",
                "heads");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("The database user lacks a right", "permission denied for schema public", "GRANT CREATE")
                .doesNotContain("\tat ");
    }

    @Test
    void saysWhatATargetMayBe() {
        CommandRun run = CommandRun.on(database, "db", "upgrade", "head");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("heads");
    }

    @Test
    void goesUpToTheVersionThatIsNamed() throws IOException {
        script("V1__colours.sql", "CREATE TABLE colours (name text);");
        script("V2__shades.sql", "CREATE TABLE shades (name text);");

        CommandRun run = CommandRun.on(database, data, "db", "upgrade", "V1");

        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).last().isEqualTo("data: now at version 1");
        assertThat(database.query("SELECT to_regclass('colours'), to_regclass('shades')"))
                .containsExactly(Arrays.asList("colours", null));
    }

    @Test
    void namesTheVersionsThereAre() throws IOException {
        script("V1__colours.sql", "CREATE TABLE colours (name text);");

        CommandRun run = CommandRun.on(database, data, "db", "upgrade", "4");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("The data has no version 4; it has 1");
    }

    @Test
    void refusesADependencyOnASchemaVersionThatDoesNotExist() throws IOException {
        script("V1__colours.sql", "-- Colours\n-- Depends on schema version 4711\nCREATE TABLE colours (name text);");

        CommandRun run = upgrade();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("V1__colours.sql: depends on schema version 4711, which this code does not have");
        assertThat(database.query("SELECT to_regclass('products')")).containsExactly(Collections.singletonList(null));
    }

    @Test
    void waitsForAnUpgradeThatRuns() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (ExecutorService pods = Executors.newVirtualThreadPerTaskExecutor();
                Connection other = database.connect()) {
            other.createStatement().execute("SELECT pg_advisory_lock(" + UPGRADE_LOCK + ")");
            pods.execute(() -> new DatabaseUpgrade(new MigrationSettings(
                            database.jdbcUrl(),
                            Optional.of(database.user()),
                            Optional.of(database.password()),
                            Optional.of(data)))
                    .run(told::add));
            assertThat(told.take()).isEqualTo("Another upgrade of this database is running; waiting for it to finish");
            assertThat(database.query("SELECT to_regclass('products')"))
                    .containsExactly(Collections.singletonList(null));
        }

        assertThat(told).last().isEqualTo("data: up to date, no scripts");
    }

    private CommandRun upgrade() {
        return CommandRun.on(database, data, "db", "upgrade", "heads");
    }

    private Path script(String name, String sql) throws IOException {
        return Files.writeString(data.resolve(name), sql);
    }
}
