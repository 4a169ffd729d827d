package org.example.patching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.testkit.ChildProcess;
import dev.orchestrator.testkit.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The walk of the README with the real scripts, and what happens to whoever leaves its path. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FourStagesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Path FOLDER = Path.of(System.getProperty("patching.folder"));

    private final TestDatabase database = TestDatabase.create();
    private final List<ChildProcess> programs = new ArrayList<>();

    private record Outcome(int exitCode, String output) {}

    @AfterEach
    void stop() {
        programs.forEach(ChildProcess::close);
        database.close();
    }

    @Test
    void eachWorkflowKeepsTheResultOfThePathThatItTook() {
        ChildProcess initial = worker("initial");
        assertThat(starter("--start-workflow", "initial-workflow-id").output())
                .containsPattern("(?m)^Started workflow with ID initial-workflow-id and run ID [0-9a-f-]{36}$");
        assertResult("initial-workflow-id", "pre-patch");
        assertRefused(starter("--start-workflow", "initial-workflow-id"), "is already running, with run ID");
        stop(initial);

        ChildProcess patched = worker("patched");
        starter("--start-workflow", "patched-workflow-id");
        assertResult("patched-workflow-id", "post-patch");
        assertResult("initial-workflow-id", "pre-patch");
        stop(patched);

        assertRefused(rollout("patch-deprecated"), "took the old path of patch 'my-patch'");
        ChildProcess tooEarly = worker("patch-deprecated", "--force");
        assertStopped("initial-workflow-id", "took the old path of patch 'my-patch'");
        assertResult("initial-workflow-id", "pre-patch");
        stop(tooEarly);

        ChildProcess patchedAgain = worker("patched");
        assertStatus("initial-workflow-id", "suspended");
        starter("--finish-workflow", "initial-workflow-id");
        assertStatus("initial-workflow-id", "completed");
        stop(patchedAgain);

        ChildProcess deprecated = worker("patch-deprecated");
        starter("--start-workflow", "patch-deprecated-workflow-id");
        assertResult("patch-deprecated-workflow-id", "post-patch");
        stop(deprecated);

        assertRefused(rollout("patch-complete"), "marked with patch 'my-patch'");
        ChildProcess removedTooEarly = worker("patch-complete", "--force");
        assertStopped("patched-workflow-id", "marked with patch 'my-patch'");
        assertStatus("patch-deprecated-workflow-id", "suspended");
        stop(removedTooEarly);

        ChildProcess deprecatedAgain = worker("patch-deprecated");
        assertStatus("patched-workflow-id", "suspended");
        starter("--finish-workflow", "patched-workflow-id");
        assertStatus("patched-workflow-id", "completed");
        stop(deprecatedAgain);

        worker("patch-complete");
        starter("--start-workflow", "patch-complete-workflow-id");
        assertResult("patch-complete-workflow-id", "post-patch");
        assertResult("patch-deprecated-workflow-id", "post-patch");
        assertResult("patched-workflow-id", "post-patch");
        assertResult("initial-workflow-id", "pre-patch");
    }

    @Test
    void refusesAStageThatIsNone() {
        Outcome outcome = run("worker", "--workflow", "unpatched");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output())
                .contains("has to be initial, patched, patch-deprecated or patch-complete, not 'unpatched'");
    }

    private void assertResult(String id, String result) {
        assertThat(starter("--query-workflow", id).output())
                .contains("Query result for ID " + id + ": " + result + "\n");
    }

    private static void assertRefused(Outcome outcome, String reason) {
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains(reason);
    }

    private void assertStopped(String id, String reason) {
        assertStatus(id, "inconsistent_data");
        assertThat(column("failed_reason", id)).contains(reason);
    }

    private void assertStatus(String id, String status) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!column("last_status", id).equals(status) && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        assertThat(column("last_status", id)).isEqualTo(status);
    }

    private String column(String column, String id) {
        return database.query("""
                SELECT p.%s FROM processes p JOIN process_steps s USING (pid)
                WHERE s.step_key = 'start' AND s.state ->> 'workflow_id' = '%s'
                """.formatted(column, id)).getFirst().getFirst();
    }

    private Outcome starter(String... arguments) {
        return run("starter", arguments);
    }

    private Outcome rollout(String stage) {
        return run("worker", "--workflow", stage);
    }

    private ChildProcess worker(String stage, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--workflow", stage));
        arguments.addAll(Arrays.asList(more));
        ChildProcess worker = start("worker", arguments);
        worker.awaitLine("workerId=", text -> text.contains("workerId=") && text.contains(" runs "), PATIENCE);
        return worker;
    }

    private static void stop(ChildProcess worker) {
        worker.terminate();
        worker.awaitExit(PATIENCE);
    }

    private Outcome run(String script, String... arguments) {
        ChildProcess program = start(script, Arrays.asList(arguments));
        String output = String.join("\n", program.awaitOutput(PATIENCE)) + "\n";
        return new Outcome(program.awaitExit(PATIENCE), output);
    }

    private ChildProcess start(String script, List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of(FOLDER.resolve(script).toAbsolutePath().toString()));
        command.addAll(arguments);
        ChildProcess program = ChildProcess.start(
                command,
                Map.of(
                        "PATCHING_BUILT", "yes",
                        "QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl(),
                        "QUARKUS_DATASOURCE_USERNAME", database.user(),
                        "QUARKUS_DATASOURCE_PASSWORD", database.password()));
        programs.add(program);
        return program;
    }
}
