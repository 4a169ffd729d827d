package org.example.beginner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.testkit.program.ApiClient;
import dev.orchestrator.testkit.program.Programs;
import dev.orchestrator.testkit.program.Programs.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No deploy and no crash skips, repeats or strands a step. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SurvivalTest {
    private static final String USER_GROUP = "{\"product\": \"1b3ec5a4-7c4e-4f0c-8a3e-0d1f5a6b7c01\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LEASE = Duration.ofSeconds(3);

    private final Programs programs = new Programs(Path.of(System.getProperty("beginner.folder")));

    @BeforeEach
    void migrate() {
        programs.migrate();
    }

    @AfterEach
    void stop() {
        programs.close();
    }

    @Test
    void anotherWorkerFinishesWhatAKilledOneLeftBehind() {
        ApiClient api = programs.api();
        Worker one = slowWorker(LEASE);
        Worker two = slowWorker(LEASE);
        String process = api.start("create_user_group", USER_GROUP, "{\"group_name\": \"Alpha\"}");
        Worker busy = inTheSlowStep(process).equals(one.name()) ? one : two;

        busy.program().kill();

        api.await(process, "completed", LEASE.plus(PATIENCE));
        assertEachStepIsRecordedOnce(process);
        assertThat(programs.database().query("SELECT count(*) FROM subscriptions"))
                .containsExactly(List.of("1"));
    }

    @Test
    void aStoppedWorkerFinishesItsStepAndHandsBackTheRest() {
        ApiClient api = programs.api();
        Duration longerThanThisTest = Duration.ofMinutes(10);
        Worker one = slowWorker(longerThanThisTest);
        Worker two = slowWorker(longerThanThisTest);
        String process = api.start("create_user_group", USER_GROUP, "{\"group_name\": \"Alpha\"}");
        Worker busy = inTheSlowStep(process).equals(one.name()) ? one : two;

        busy.program().terminate();

        busy.program().awaitExit(PATIENCE);
        api.await(process, "completed", PATIENCE);
        assertEachStepIsRecordedOnce(process);
    }

    @Test
    void aQuestionOutlivesTheRestartOfEverything() {
        ApiClient before = programs.api();
        programs.worker();
        String group = before.run("create_user_group", USER_GROUP, "{\"group_name\": \"Crew\"}");
        String user = before.run(
                "create_user",
                "{\"product\": \"1b3ec5a4-7c4e-4f0c-8a3e-0d1f5a6b7c03\"}",
                "{\"username\": \"ada\", \"user_group_ids\": [\"" + group + "\"]}",
                "{}");
        String process =
                before.start("modify_user", "{\"subscription_id\": \"" + user + "\"}", "{\"username\": \"lovelace\"}");
        before.await(process, "suspended", PATIENCE);

        programs.terminateAll();
        programs.migrate();
        ApiClient after = programs.api();
        programs.worker();
        after.put("/api/processes/" + process + "/resume", ApiClient.pages("{\"approval\": \"approved\"}"));

        after.await(process, "completed", PATIENCE);
        assertEachStepIsRecordedOnce(process);
    }

    /** One whose directory takes its time, so that there is a step to interrupt. */
    private Worker slowWorker(Duration lease) {
        return programs.worker(
                Map.of("BEGINNER_DIRECTORY_DELAY", "4s", "ORCHESTRATOR_WORKER_LEASE", lease.toSeconds() + "s"));
    }

    /** Waits until the process is in the step that asks the directory; the worker that runs it. */
    private String inTheSlowStep(String process) {
        return ApiClient.awaitUntil(
                        () -> programs.database().query("""
                                SELECT q.worker FROM process_queue q JOIN process_steps s USING (pid)
                                WHERE pid = '%s' AND s.step_key = 'initialize-subscription' AND q.worker IS NOT NULL
                                """.formatted(process)), rows -> !rows.isEmpty(), PATIENCE)
                .getFirst()
                .getFirst();
    }

    private void assertEachStepIsRecordedOnce(String process) {
        List<List<String>> records = programs.database().query("""
                SELECT step_key, count(*) FROM process_steps WHERE pid = '%s' AND status = 'success'
                GROUP BY step_key
                """.formatted(process));
        assertThat(records)
                .hasSizeGreaterThan(6)
                .allSatisfy(row -> assertThat(row.get(1)).as(row.getFirst()).isEqualTo("1"));
    }
}
