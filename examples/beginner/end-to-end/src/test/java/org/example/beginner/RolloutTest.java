package org.example.beginner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.testkit.ChildProcess;
import dev.orchestrator.testkit.program.ApiClient;
import dev.orchestrator.testkit.program.Programs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The order of start that the manifests give: the migrations job, init containers that wait, the services, and all of it again. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class RolloutTest {
    private static final String USER_GROUP = "{\"product\": \"1b3ec5a4-7c4e-4f0c-8a3e-0d1f5a6b7c01\"}";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Programs programs = new Programs(Path.of(System.getProperty("beginner.folder")));

    @AfterEach
    void stop() {
        programs.close();
    }

    @Test
    void servicesStartBehindTheMigrationsAndAgainAfterARestart() {
        List<ChildProcess> waiting = List.of(waitForHeads(), waitForHeads());
        List<ChildProcess> jobs = List.of(upgrade(), upgrade(), upgrade());

        jobs.forEach(RolloutTest::assertThatItEndedWell);
        waiting.forEach(RolloutTest::assertThatItEndedWell);
        String group = startAndUse("Alpha");

        programs.terminateAll();
        assertThatItEndedWell(upgrade());
        assertThatItEndedWell(waitForHeads());
        assertThat(startAndUse("Beta")).isNotEqualTo(group);
    }

    @Test
    void aKilledMigrationLeavesWhatTheNextOneContinues() {
        ChildProcess killed = upgrade();
        ApiClient.awaitUntil(
                () -> programs.database().query("SELECT to_regclass('schema_versions') IS NOT NULL"),
                rows -> rows.equals(List.of(List.of("t"))),
                PATIENCE);
        killed.close();

        assertThatItEndedWell(upgrade());

        assertThatItEndedWell(programs.command("db", "status"));
        startAndUse("Alpha");
    }

    /** Two workers and an api, with which a group is made; its subscription. */
    private String startAndUse(String group) {
        programs.worker();
        programs.worker();
        return programs.api().run("create_user_group", USER_GROUP, "{\"group_name\": \"" + group + "\"}");
    }

    private ChildProcess upgrade() {
        return programs.command("db", "upgrade", "heads");
    }

    private ChildProcess waitForHeads() {
        return programs.command("db", "status", "--wait=120");
    }

    private static void assertThatItEndedWell(ChildProcess program) {
        assertThat(program.awaitExit(PATIENCE))
                .as("exit code of: %s", program.output())
                .isZero();
    }
}
