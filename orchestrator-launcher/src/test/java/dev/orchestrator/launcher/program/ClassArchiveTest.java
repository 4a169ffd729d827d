package dev.orchestrator.launcher.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    @TempDir
    Path folder;

    private Path jar;
    private Path file;
    private ClassArchive archive;

    @BeforeEach
    void build() throws IOException {
        jar = Files.writeString(folder.resolve("program.jar"), "classes");
        file = folder.resolve("program.jsa");
        archive = new ClassArchive(file);
    }

    @Test
    void isForTheSecondStartOfABuildAndThoseBehindIt() {
        assertThat(archive.of(jar)).isEmpty();
        assertThat(archive.of(jar)).contains(file);
        assertThat(archive.of(jar)).contains(file);
    }

    @Test
    void goesWithTheBuildThatItWasMadeOf() throws IOException {
        archive.of(jar);
        Files.writeString(file, "loaded classes");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));

        assertThat(archive.of(jar)).isEmpty();

        assertThat(file).doesNotExist();
    }

    @Test
    void isNotThatOfAnotherProjectsProgram() throws IOException {
        archive.of(jar);
        Path other = Files.writeString(folder.resolve("other.jar"), "classes");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(jar));

        assertThat(archive.of(other)).isEmpty();
    }
}
