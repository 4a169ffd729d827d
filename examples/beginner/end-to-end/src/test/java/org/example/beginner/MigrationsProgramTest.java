package org.example.beginner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.testkit.program.Programs;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The migrations program of an operator, with products and workflows, where its settings are not what it needs. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class MigrationsProgramTest {
    private static final Map<String, String> NO_DATABASE = Map.of("QUARKUS_DATASOURCE_REACTIVE_URL", "");

    private final Programs programs = new Programs(Path.of(System.getProperty("beginner.folder")));

    @AfterEach
    void stop() {
        programs.close();
    }

    @Test
    void asksForADatabaseWhereNoneIsNamed() {
        Programs.Outcome upgrade = programs.migrations(NO_DATABASE, "db", "upgrade", "heads");

        assertThat(upgrade.exitCode()).isEqualTo(1);
        assertThat(upgrade.output())
                .startsWith("No database is named. Set QUARKUS_DATASOURCE_JDBC_URL")
                .hasLineCount(1);
    }

    @Test
    void helpsWithoutADatabase() {
        Programs.Outcome help = programs.migrations(NO_DATABASE, "db", "upgrade", "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).contains("Brings the database to the newest version of both heads");
    }

    @Test
    void takesTheJdbcFormOfTheAddressAlone() {
        Programs.Outcome upgrade = programs.migrations(
                Map.of(
                        "QUARKUS_DATASOURCE_REACTIVE_URL",
                        "",
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        programs.database().jdbcUrl()),
                "db",
                "upgrade",
                "heads");

        assertThat(upgrade.exitCode()).as(upgrade.output()).isZero();
        assertThat(upgrade.output()).contains("data: now at version 1");
    }
}
