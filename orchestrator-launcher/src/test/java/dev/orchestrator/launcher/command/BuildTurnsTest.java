package dev.orchestrator.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.testkit.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that build in the same folder at the same time; in place of Maven is a script that waits for a gate. */
class BuildTurnsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String MAVEN = """
            #!/bin/sh
            echo built >>builds
            echo '[INFO] Building Orchestrator Core 0.1.0    [1/1]'
            while [ ! -e gate ]; do sleep 0.1; done
            mkdir -p orchestrator-launcher/target
            : >orchestrator-launcher/target/orchestrator-launcher-program.jar
            """;
    private static final String SCRIPT = """
            #!/bin/sh
            set -eu
            here=$1
            work=$here/.orchestrator
            launcher=$here/launcher.jar
            JAVA_HOME=$here JAVA_MAJOR=21
            . "$here/.mvn/build.sh"
            take_turn
            build all package "$here/src"
            end_turn
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void makeProject() throws IOException {
        Files.createDirectories(folder.resolve(".mvn"));
        Files.copy(Path.of("..", ".mvn/build.sh"), folder.resolve(".mvn/build.sh"));
        Files.createDirectory(folder.resolve("src"));
        Files.createFile(folder.resolve("pom.xml"));
        script("mvnw", MAVEN);
        script("orchestrator", SCRIPT);
    }

    private void script(String name, String content) throws IOException {
        Path script = Files.writeString(folder.resolve(name), content);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void theSecondWaitsForTheFirstAndFindsAllBuilt() throws IOException {
        try (ChildProcess first = command()) {
            first.awaitLine("Building", PATIENCE);
            try (ChildProcess second = command()) {
                second.awaitLine("Waiting for the build of process " + first.pid(), PATIENCE);
                Files.createFile(folder.resolve("gate"));

                assertThat(first.awaitExit(PATIENCE)).isZero();
                assertThat(second.awaitExit(PATIENCE)).isZero();
            }
        }
        assertThat(builds()).hasSize(1);
        assertThat(isTaken()).isFalse();
    }

    @Test
    void aKilledOneHoldsNobodyUp() throws IOException {
        try (ChildProcess killed = command()) {
            killed.awaitLine("[1/1]", PATIENCE);
            List<ProcessHandle> children =
                    ProcessHandle.of(killed.pid()).orElseThrow().descendants().toList();
            killed.kill();
            killed.awaitExit(PATIENCE);
            children.forEach(ProcessHandle::destroyForcibly);
            children.forEach(child -> child.onExit().join());
        }
        assertThat(isTaken()).isTrue();
        Files.createFile(folder.resolve("gate"));

        try (ChildProcess next = command()) {
            assertThat(next.awaitExit(PATIENCE)).isZero();
        }
        assertThat(builds()).hasSize(2);
    }

    @Test
    void aFailedOneHoldsNobodyUp() throws IOException {
        script("mvnw", "#!/bin/sh\necho '[ERROR] no'\nexit 1\n");
        try (ChildProcess failed = command()) {
            assertThat(failed.awaitExit(PATIENCE)).isEqualTo(1);
            assertThat(failed.output()).contains("[ERROR] no");
        }

        assertThat(folder.resolve(".orchestrator")).exists();
        assertThat(isTaken()).isFalse();
    }

    /** Building it anew would take it away under the one that has just been started with it. */
    @Test
    void whoLacksOnlyTheLauncherTakesTheOneThatWasBuiltMeanwhile() throws IOException {
        Files.copy(Path.of("..", "orchestrator"), folder.resolve("orchestrator"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(Path.of("..", ".mvn/find-java.sh"), folder.resolve(".mvn/find-java.sh"));
        Files.writeString(folder.resolve("pom.xml"), "<module>examples/beginner/api</module>");
        try (ChildProcess first = command("up")) {
            first.awaitLine("[1/1]", PATIENCE);
            try (ChildProcess second = command("status")) {
                second.awaitLine("Waiting for the build of process " + first.pid(), PATIENCE);
                Files.createFile(folder.resolve("gate"));

                first.awaitExit(PATIENCE);
                second.awaitExit(PATIENCE);
            }
        }
        assertThat(builds()).hasSize(1);
    }

    private ChildProcess command() {
        return command(folder.toString());
    }

    private ChildProcess command(String argument) {
        return ChildProcess.start(
                List.of("sh", folder.resolve("orchestrator").toString(), argument),
                Map.of("JAVA_HOME", System.getProperty("java.home")));
    }

    /** The link leads nowhere: it names a process. */
    private boolean isTaken() {
        return Files.isSymbolicLink(folder.resolve(".orchestrator/building"));
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(folder.resolve("builds"));
    }
}
