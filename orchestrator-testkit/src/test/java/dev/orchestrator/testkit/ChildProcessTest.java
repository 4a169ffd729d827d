package dev.orchestrator.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void givesTheLineThatIsAwaitedAndTheExitCode() {
        try (ChildProcess child = shell("echo one; echo \"two $WORD\" >&2; exit 3", Map.of("WORD", "words"))) {
            assertThat(child.awaitLine("two", PATIENCE)).isEqualTo("two words");
            assertThat(child.awaitExit(PATIENCE)).isEqualTo(3);
            assertThat(child.output()).containsExactly("one", "two words");
        }
    }

    @Test
    void showsAllOutputWhenTheLineDoesNotCome() {
        try (ChildProcess child = shell("echo something else", Map.of())) {
            assertThatThrownBy(() -> child.awaitLine("expected", PATIENCE))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("'expected'")
                    .hasMessageContaining("something else");
        }
    }

    @Test
    void doesNotWaitForeverForALine() {
        try (ChildProcess child = shell("cat", Map.of())) {
            assertThatThrownBy(() -> child.awaitLine("expected", Duration.ofMillis(50)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("within PT0.05S");
        }
    }

    @Test
    void asksToEndOrKills() {
        try (ChildProcess obedient = shell("trap 'exit 7' TERM; echo ready; while :; do read line; done", Map.of());
                ChildProcess deaf = shell("trap '' TERM; echo ready; cat", Map.of())) {
            obedient.awaitLine("ready", PATIENCE);
            deaf.awaitLine("ready", PATIENCE);

            obedient.terminate();
            deaf.terminate();
            assertThat(obedient.awaitExit(PATIENCE)).isEqualTo(7);
            assertThat(deaf.isAlive()).isTrue();

            deaf.kill();
            assertThat(deaf.awaitExit(PATIENCE)).isEqualTo(128 + 9);
        }
    }

    @Test
    void pausesAndResumes() {
        try (ChildProcess child = shell("trap 'echo asked' TERM; echo ready; while :; do read line; done", Map.of())) {
            child.awaitLine("ready", PATIENCE);

            child.pause();
            child.terminate();
            assertThatThrownBy(() -> child.awaitLine("asked", Duration.ofMillis(100)))
                    .isInstanceOf(AssertionError.class);

            child.resume();
            assertThat(child.awaitLine("asked", PATIENCE)).isEqualTo("asked");
        }
    }

    @Test
    void endsTheWholeFamilyOnClose() {
        ChildProcess child = shell("sleep 1000 & echo $!; wait", Map.of());
        long grandchild = Long.parseLong(child.awaitLine("a number", line -> !line.isEmpty(), PATIENCE));
        ProcessHandle handle = ProcessHandle.of(grandchild).orElseThrow();

        child.close();

        assertThat(handle.onExit()).succeedsWithin(PATIENCE);
        assertThat(child.isAlive()).isFalse();
    }

    private static ChildProcess shell(String script, Map<String, String> environment) {
        return ChildProcess.start(List.of("sh", "-c", script), environment);
    }
}
