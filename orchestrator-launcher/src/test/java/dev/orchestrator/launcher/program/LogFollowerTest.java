package dev.orchestrator.launcher.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {
    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();
    private Path log;

    @BeforeEach
    void beginLog() throws IOException {
        log = Files.writeString(folder.resolve("api.log"), "old\n");
    }

    @Test
    void handsOnWholeLinesOnce() throws IOException {
        LogFollower follower = new LogFollower(log, lines::add);

        append("one\ntw");
        follower.read();
        append("o\n");
        follower.read();

        assertThat(lines).containsExactly("old", "one", "two");
    }

    @Test
    void skipsWhatWasThere() throws IOException {
        LogFollower follower = new LogFollower(log, lines::add).fromTheEnd();

        append("new\n");
        follower.read();

        assertThat(lines).containsExactly("new");
    }

    @Test
    void readsALogAnewThatWasBegunAnew() throws IOException {
        LogFollower follower = new LogFollower(log, lines::add);
        append("more of the old\n");
        follower.read();

        Files.writeString(log, "new\n");
        follower.read();

        assertThat(lines).endsWith("new").hasSize(3);
    }

    @Test
    void waitsForALogThatIsNotThereYet() throws IOException {
        Files.delete(log);
        LogFollower follower = new LogFollower(log, lines::add);

        follower.read();
        Files.writeString(log, "first\n");
        follower.read();

        assertThat(lines).containsExactly("first");
    }

    private void append(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.APPEND);
    }
}
