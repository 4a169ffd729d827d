package dev.orchestrator.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannedFilesTest {
    @TempDir
    Path folder;

    private PlannedFiles files() {
        return new PlannedFiles(folder);
    }

    @Test
    void writesNothingBeforeItIsTold() throws IOException {
        files().make("a/b.txt", "text\n");

        assertThat(names()).isEmpty();
    }

    @Test
    void makesFilesWithTheirFolders() throws IOException {
        PlannedFiles files = files();
        files.make("a/b.txt", "text\n");
        files.makeProgram("run", "#!/bin/sh\n");

        List<Path> written = files.write();

        assertThat(written).containsExactly(Path.of("a/b.txt"), Path.of("run"));
        assertThat(folder.resolve("a/b.txt")).hasContent("text");
        assertThat(Files.isExecutable(folder.resolve("run"))).isTrue();
    }

    @Test
    void refusesToReplaceWhatDiffersAndNamesItAll() throws IOException {
        Files.writeString(folder.resolve("one"), "mine\n");
        Files.writeString(folder.resolve("two"), "mine\n");
        Files.writeString(folder.resolve("same"), "ours\n");
        PlannedFiles files = files();
        List.of("one", "two", "same", "new").forEach(name -> files.make(name, "ours\n"));

        assertThatThrownBy(files::refuseToReplace)
                .isInstanceOf(GeneratorException.class)
                .hasMessage("""
                        These files are there already and differ; nothing was written:
                          one
                          two
                        Look at what would change with --dry-run, and replace them with --force.""");
    }

    @Test
    void mayAlwaysAddToAFileOfTheUsers() throws IOException {
        Files.writeString(folder.resolve("list"), "one\n");
        PlannedFiles files = files();

        files.extend("list", text -> text + "two\n");
        files.extend("list", text -> text + "three\n");
        files.refuseToReplace();
        files.write();

        assertThat(folder.resolve("list")).hasContent("one\ntwo\nthree");
    }

    @Test
    void showsWhatWouldChange() throws IOException {
        Files.writeString(folder.resolve("list"), "one\nthree\nfour\n");
        PlannedFiles files = files();
        files.extend("list", text -> "one\ntwo\nthree\n");
        files.make("new", "text\n");

        assertThat(files.diff()).isEqualTo("""
                --- list
                +++ list
                @@ -1,3 +1,3 @@
                 one
                +two
                 three
                -four
                --- /dev/null
                +++ new
                @@ -0,0 +1,1 @@
                +text
                """);
    }

    @Test
    void takesEverythingBackWhenOneFileCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("list"), "one\n");
        Files.writeString(folder.resolve("z"), "a file where a folder should be\n");
        PlannedFiles files = files();
        files.make("a/b.txt", "text\n");
        files.extend("list", text -> text + "two\n");
        files.make("z/c.txt", "text\n");

        assertThatThrownBy(files::write)
                .isInstanceOf(GeneratorException.class)
                .hasMessageStartingWith("Nothing was written: ")
                .hasMessageEndingWith("Is the folder writable, and is there space on its disk?");
        assertThat(names()).containsExactlyInAnyOrder("list", "z");
        assertThat(folder.resolve("list")).hasContent("one");
    }

    /** Root may write everywhere, so there is nothing to see for it. */
    @Test
    void writesNothingIntoAFolderThatMayOnlyBeRead() throws IOException {
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(readOnly));
        PlannedFiles files = files();
        files.make("a.txt", "text\n");
        files.make("read-only/b.txt", "text\n");

        assertThatThrownBy(files::write)
                .isInstanceOf(GeneratorException.class)
                .hasMessageContaining("(AccessDenied). Is the folder writable");
        assertThat(names()).containsExactly("read-only");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
