package dev.orchestrator.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.evolution.ProcessShape;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.testkit.TestDatabase;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.SystemTask;
import dev.orchestrator.workflow.WorkflowRegistry;
import dev.orchestrator.workflow.WorkflowVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final UUID EXAMPLE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final ProcessShape PRE_PATCH = shape("sync", 1, "+start", "+old", "-wait");
    private static final ProcessShape MARKED = shape("sync", 1, "+start", "+patch:p", "+new", "-wait");

    @Test
    void tellsWhatBecomesOfEachShape() {
        CommandRun run = check(new PatchedSync(), PRE_PATCH, MARKED);

        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines())
                .hasSize(4)
                .anyMatch(line -> line.matches("sync +1 +wait +3 .*continues on old path: on the old path of patch p"))
                .anyMatch(line -> line.matches("sync +1 +wait +3 .*continues"))
                .anyMatch(line -> line.contains("has to stay as it is for 3 processes"));
    }

    @Test
    void addsUpProcessesThatStandAlike() {
        CommandRun run =
                check(new PatchedSync(), MARKED, shape("sync", 1, "+start", "+gone", "+patch:p", "+new", "-wait"));

        assertThat(run.outLines()).anyMatch(line -> line.matches("sync +1 +wait +6 .*"));
    }

    @Test
    void catchesADeprecationThatComesTooEarly() {
        CommandRun run = check(new DeprecatedSync(), PRE_PATCH);

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).contains("blocked: The process took the old path of patch 'p'");
    }

    @Test
    void catchesARemovalThatComesTooEarly() {
        CommandRun run = check(new CompleteSync(), MARKED);

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).contains("blocked: The record is marked with patch 'p'");
    }

    @Test
    void saysWhenAPatchCanGoOn() {
        assertThat(check(new PatchedSync(), MARKED).out()).contains("Patch 'p'", "can be deprecated");
        assertThat(check(new DeprecatedSync()).out()).contains("Patch 'p'", "can be removed");
    }

    @Test
    void findsWorkflowsAndVersionsThatAreGone() {
        CommandRun run = check(new CompleteSync(), shape("sync", 7, "+start"), shape("lost", 1, "+start"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out())
                .contains("but not version 7, and no state migration leads away from it")
                .contains("this program has no workflow 'lost'");
    }

    @Test
    void writesADocumentForPrograms() {
        CommandRun run = over(Map.of(), new DeprecatedSync(), List.of(PRE_PATCH), "processes", "check", "--json");

        JsonNode document = Json.parse(run.out());
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(document.get("ok").asBoolean()).isFalse();
        assertThat(document.at("/findings/0/fate").asText()).isEqualTo("blocked");
        assertThat(document.at("/findings/0/processes").asInt()).isEqualTo(3);
        assertThat(document.at("/patches/0/patch").asText()).isEqualTo("p");
    }

    @Test
    void exportsHistoriesForUnitTests(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("histories.jsonl");

        CommandRun run = over(
                Map.of(),
                new PatchedSync(),
                List.of(PRE_PATCH, shape("other", 1, "+start")),
                "processes",
                "export",
                "--workflow",
                "sync",
                "--output",
                file.toString());

        assertThat(run.outLines()).containsExactly("Wrote 1 histories of 3 processes to " + file);
        assertThat(Json.read(Files.readString(file), ProcessShape.class)).isEqualTo(PRE_PATCH);
    }

    @Test
    void refusesTheRolloutOfABuildThatStrandsProcessesUnlessTheyAreNamed() {
        try (TestDatabase database = TestDatabase.create()) {
            Map<String, String> settings = database.quarkusSettings();

            CommandRun refused = over(settings, new DeprecatedSync(), List.of(PRE_PATCH), "db", "upgrade", "heads");
            CommandRun allowed = over(
                    settings,
                    new DeprecatedSync(),
                    List.of(PRE_PATCH),
                    "db",
                    "upgrade",
                    "heads",
                    "--allow-stranded",
                    "sync");

            assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(refused.out()).contains("processes: 3 in flight, 3 would be stranded");
            assertThat(refused.err()).contains("blocked: The process took the old path", "--allow-stranded sync");
            assertThat(allowed.exitCode()).isZero();
            assertThat(allowed.out())
                    .contains(
                            "processes: 3 in flight, 3 will be stranded by this build, which is accepted; all others go on");
            assertThat(allowed.err()).isEmpty();
        }
    }

    private static CommandRun check(SystemTask workflow, ProcessShape... shapes) {
        return over(Map.of(), workflow, List.of(shapes), "processes", "check");
    }

    private static CommandRun over(
            Map<String, String> settings, SystemTask workflow, List<ProcessShape> shapes, String... arguments) {
        return CommandRun.over(shapes, settings, new WorkflowRegistry(List.of(workflow)), arguments);
    }

    private static ProcessShape shape(String workflow, int version, String... steps) {
        return new ProcessShape(
                new WorkflowVersion(workflow, version),
                ProcessStatus.SUSPENDED,
                List.of(steps),
                Optional.empty(),
                3,
                EXAMPLE);
    }

    private abstract static class Sync extends SystemTask {
        @Override
        public String name() {
            return "sync";
        }
    }

    private static final class PatchedSync extends Sync {
        @Override
        public StepList steps() {
            return begin().patched(
                            "p",
                            steps -> steps.stateStep("new", "New", state -> State.empty()),
                            steps -> steps.stateStep("old", "Old", state -> State.empty()))
                    .stateStep("wait", "Wait", state -> State.empty())
                    .done();
        }
    }

    private static final class DeprecatedSync extends Sync {
        @Override
        public StepList steps() {
            return begin().deprecatePatch("p", steps -> steps.stateStep("new", "New", state -> State.empty()))
                    .stateStep("wait", "Wait", state -> State.empty())
                    .done();
        }
    }

    private static final class CompleteSync extends Sync {
        @Override
        public StepList steps() {
            return begin().stateStep("new", "New", state -> State.empty())
                    .stateStep("wait", "Wait", state -> State.empty())
                    .done();
        }
    }
}
