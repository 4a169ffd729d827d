package dev.orchestrator.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private static final Path FOLDER = Path.of("/some/folder");

    @Test
    void saysThatTheDiskIsFull() {
        IOException full = new FileSystemException("/some/folder/data", null, "No space left on device");

        assertThat(Failures.of(FOLDER, full)).hasMessageContaining("the disk that holds /some/folder is full");
        assertThat(Failures.of("PostgreSQL does not start", "FATAL: No space left on device", FOLDER))
                .hasMessageContaining("the disk that holds /some/folder is full");
    }

    @Test
    void saysThatTheFolderMayNotBeWritten() {
        IOException readOnly = new FileSystemException("/some/folder", null, "Read-only file system");

        assertThat(Failures.of(FOLDER, readOnly)).hasMessageContaining("it may not be written");
        assertThat(Failures.of(FOLDER, new AccessDeniedException("/some/folder")))
                .hasMessageContaining("it may not be written");
    }

    @Test
    void keepsOnlyTheLastLines() {
        String output = IntStream.rangeClosed(1, 100)
                .mapToObj(number -> "line " + number)
                .collect(Collectors.joining("\n"));

        assertThat(Failures.of("PostgreSQL does not start", output, FOLDER))
                .hasMessageContaining("line 100")
                .hasMessageNotContaining("line 50\n");
    }
}
