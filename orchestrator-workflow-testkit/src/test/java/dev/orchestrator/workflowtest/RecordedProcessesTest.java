package dev.orchestrator.workflowtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.state.State;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.SystemTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedProcessesTest {
    @TempDir
    Path folder;

    private RecordedProcesses recorded;

    @BeforeEach
    void record() throws IOException {
        Path file = folder.resolve("live.jsonl");
        Files.write(
                file,
                List.of(line("sync", "\"+start\",\"+ask\",\"-apply\""), line("another", "\"+start\",\"+whatever\"")));
        recorded = RecordedProcesses.in(file);
    }

    @Test
    void passesWhenAllGoOn() {
        recorded.assertNoneStrandedBy(new Sync("ask", "apply"));

        assertThat(recorded.replayedOn(new Sync("ask", "apply")).processes()).isEqualTo(12);
    }

    @Test
    void namesWhatWouldBeStranded() {
        assertThatThrownBy(() -> recorded.assertNoneStrandedBy(new Sync("new", "ask", "apply")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("12 at step 'apply' of version 1 of workflow 'sync'")
                .hasMessageContaining("'new' stands before [ask]");
    }

    private static String line(String workflow, String steps) {
        return "{\"workflow\":{\"name\":\"" + workflow + "\",\"number\":1},\"status\":\"failed\",\"steps\":[" + steps
                + "],\"misfit\":null,\"processes\":12,\"example\":\"00000000-0000-4000-8000-000000000001\"}";
    }

    private static final class Sync extends SystemTask {
        private final List<String> ids;

        Sync(String... ids) {
            this.ids = List.of(ids);
        }

        @Override
        public StepList steps() {
            var steps = begin();
            ids.forEach(id -> steps.stateStep(id, "Step " + id, state -> State.empty()));
            return steps.done();
        }
    }
}
