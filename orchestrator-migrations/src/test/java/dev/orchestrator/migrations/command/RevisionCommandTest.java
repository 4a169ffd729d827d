package dev.orchestrator.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.orchestrator.head.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionCommandTest {
    @TempDir
    Path project;

    @Test
    void initMakesTheFolderWithTheDataHead() {
        CommandRun run = run("db", "init");

        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).containsExactly("Created the data head " + file("V1__create_data_head.sql"));
        assertThat(file("V1__create_data_head.sql"))
                .content()
                .contains("-- Depends on schema version "
                        + Head.SCHEMA.versionsInCode().getLast());
        assertThat(file("U1__create_data_head.sql")).exists();
    }

    @Test
    void initRefusesToOverwrite() {
        run("db", "init");

        CommandRun run = run("db", "init");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("There are data versions in", "the newest is V1", "nothing was changed");
    }

    @Test
    void revisionMakesAMissingDataHeadFirst() {
        CommandRun run = run("db", "revision", "Repaint it: black & red");

        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines())
                .containsExactly(
                        "Created the data head " + file("V1__create_data_head.sql"),
                        "Created " + file("V2__repaint_it_black_red.sql"),
                        "Created " + file("U2__repaint_it_black_red.sql"));
        assertThat(file("V2__repaint_it_black_red.sql")).content().startsWith("-- Repaint it: black & red\n");
    }

    @Test
    void revisionRefusesAMessageThatNamesNoFile() {
        run("db", "init");

        CommandRun run = run("db", "revision", "!?");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("it needs a letter or digit; found '!?'");
    }

    @Test
    void saysWhichFolderCannotBeWritten() throws IOException {
        Files.writeString(project.resolve("data"), "a file where the folder should be");

        CommandRun run = run("db", "init");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains(project.resolve("data") + " cannot be used")
                .doesNotContain("\tat ");
    }

    /** Root may write everywhere, so there is nothing to see for it. */
    @Test
    void writesNothingIntoAFolderThatMayOnlyBeRead() throws IOException {
        run("db", "init");
        Path folder = project.resolve("data");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(folder));

        CommandRun run = run("db", "revision", "colours");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains(folder + " cannot be used (AccessDeniedException", "Make it writable")
                .doesNotContain("\tat ");
        assertThat(file("V2__colours.sql")).doesNotExist();
    }

    @Test
    void asksForAFolderWhereNoneIsNamed() {
        CommandRun run = CommandRun.with(Map.of(), "db", "init");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .startsWith("No folder for data versions is named. Set ORCHESTRATOR_MIGRATIONS_DATA_FOLDER");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.with(
                Map.of(
                        "orchestrator.migrations.data-folder",
                        project.resolve("data").toString()),
                arguments);
    }

    private Path file(String name) {
        return project.resolve("data").resolve(name);
    }
}
