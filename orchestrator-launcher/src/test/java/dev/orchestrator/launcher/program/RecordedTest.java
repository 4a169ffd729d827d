package dev.orchestrator.launcher.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.testkit.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void findsAProgramAndEndsIt() {
        try (ChildProcess program = shell("echo ready; cat")) {
            program.awaitLine("ready", PATIENCE);
            Recorded.write(file(), handle(program));

            Recorded recorded = Recorded.read(file()).orElseThrow();
            assertThat(recorded.isAlive()).isTrue();
            recorded.end(PATIENCE);

            assertThat(recorded.isAlive()).isFalse();
            assertThat(recorded.name()).isEqualTo("api");
        }
    }

    @Test
    void killsAProgramThatDoesNotListen() {
        try (ChildProcess program = shell("trap '' TERM; echo ready; while :; do read line; done")) {
            program.awaitLine("ready", PATIENCE);
            Recorded.write(file(), handle(program));

            Recorded.read(file()).orElseThrow().end(Duration.ofMillis(200));

            assertThat(program.awaitExit(PATIENCE)).isEqualTo(128 + 9);
        }
    }

    @Test
    void leavesAProgramAloneThatWasGivenTheSameNumberLater() throws IOException {
        try (ChildProcess stranger = shell("echo ready; cat")) {
            stranger.awaitLine("ready", PATIENCE);
            long earlier = handle(stranger).info().startInstant().orElseThrow().toEpochMilli() - 60_000;
            Files.writeString(file(), stranger.pid() + "\n" + earlier + "\n");

            Recorded recorded = Recorded.read(file()).orElseThrow();
            recorded.end(PATIENCE);

            assertThat(recorded.isAlive()).isFalse();
            assertThat(stranger.isAlive()).isTrue();
        }
    }

    @Test
    void ignoresANoteThatWasCutOff() throws IOException {
        Files.writeString(file(), "12");

        assertThat(Recorded.read(file())).isEmpty();
        assertThat(Recorded.read(folder.resolve("none.pid"))).isEmpty();
    }

    private Path file() {
        return folder.resolve("api.pid");
    }

    private static ChildProcess shell(String script) {
        return ChildProcess.start(List.of("sh", "-c", script), Map.of());
    }

    private static ProcessHandle handle(ChildProcess program) {
        return ProcessHandle.of(program.pid()).orElseThrow();
    }
}
