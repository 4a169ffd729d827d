package dev.orchestrator.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.launcher.LauncherException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAccessTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://me:s%40fe@db.example:6432/core",
                "postgres://me:s%40fe@db.example:6432/core",
                "vertx-reactive:postgresql://me:s%40fe@db.example:6432/core",
                "jdbc:postgresql://db.example:6432/core?user=me&password=s%40fe",
            })
    void readsTheFormsThatPeopleHave(String url) {
        DatabaseAccess database = DatabaseAccess.parse(url);

        assertThat(database.reactiveUrl()).isEqualTo("postgresql://db.example:6432/core");
        assertThat(database.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6432/core");
        assertThat(database.environment())
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "me")
                .containsEntry("QUARKUS_DATASOURCE_PASSWORD", "s@fe");
    }

    @Test
    void keepsWhatElseTheUrlSays() {
        assertThat(DatabaseAccess.parse("postgresql://me@db/core?sslmode=require&user=you")
                        .jdbcUrl())
                .isEqualTo("jdbc:postgresql://db:5432/core?sslmode=require");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://db/core", "postgresql://db:5432", "core", "postgresql://me:to%p secret@db/core"})
    void refusesAnythingElseWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> DatabaseAccess.parse(url))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("Expected postgresql://user:password@host:5432/database")
                .hasMessageNotContaining("secret");
    }

    @Test
    void hidesThePasswordWhenPrinted() {
        assertThat(DatabaseAccess.parse("postgresql://me:secret@db/core")).hasToString("postgresql://me@db:5432/core");
    }
}
