package dev.orchestrator.launcher.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.launcher.LauncherException;
import dev.orchestrator.launcher.program.LocalPort;
import dev.orchestrator.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseCheckTest {
    private static TestDatabase database;

    @BeforeAll
    static void createDatabase() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @Test
    void acceptsADatabaseThatAnswers() {
        assertThatCode(() -> DatabaseCheck.check(access(database.name(), database.password(), database.port())))
                .doesNotThrowAnyException();
    }

    @Test
    void saysThatThePasswordIsWrong() {
        assertThatThrownBy(() -> DatabaseCheck.check(access(database.name(), "wrong", database.port())))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("refuses this user or password");
    }

    @Test
    void saysThatThereIsNoSuchDatabase() {
        assertThatThrownBy(() -> DatabaseCheck.check(access("nowhere", database.password(), database.port())))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("There is no database nowhere at 127.0.0.1:" + database.port());
    }

    @Test
    void saysThatNobodyAnswers() {
        assertThatThrownBy(() -> DatabaseCheck.check(access("any", "any", LocalPort.free())))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("cannot be reached");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 19})
    void refusesVersionsThatItWasNotMadeFor(int major) {
        assertThatThrownBy(() -> DatabaseCheck.checkVersion(access("any", "any", 1), major, major + ".1"))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("is PostgreSQL " + major + ".1; the orchestrator works with 15 to 18");
    }

    private static DatabaseAccess access(String name, String password, int port) {
        return new DatabaseAccess("127.0.0.1", port, name, database.user(), password, "");
    }
}
