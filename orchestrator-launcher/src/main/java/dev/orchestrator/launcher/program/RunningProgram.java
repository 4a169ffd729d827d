package dev.orchestrator.launcher.program;

import dev.orchestrator.launcher.LauncherException;
import dev.orchestrator.launcher.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program that this launcher has started; it writes its log itself, so the log outlives the launcher. */
public final class RunningProgram {
    private static final int LAST_LINES = 25;

    private final Program program;
    private final Path log;
    private final Path record;
    private final java.lang.Process process;

    private RunningProgram(Program program, Path log, Path record, java.lang.Process process) {
        this.program = program;
        this.log = log;
        this.record = record;
        this.process = process;
    }

    public static RunningProgram start(Workspace workspace, Program program) {
        Optional<Path> classArchive = new ClassArchive(workspace.classArchive(program.name())).of(program.jar());
        Path log = workspace.log(program.name());
        Path record = workspace.run().resolve(program.name() + ".pid");
        ProcessBuilder builder = new ProcessBuilder(program.command(classArchive))
                .directory(workspace.root().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // The drivers read PG* variables too, which are meant for the user's own databases.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().putAll(program.environment());
        try {
            java.lang.Process process = builder.start();
            Recorded.write(record, process.toHandle());
            return new RunningProgram(program, log, record, process);
        } catch (IOException failure) {
            throw new LauncherException("Cannot start " + program.name() + ": " + failure.getMessage(), failure);
        }
    }

    public String name() {
        return program.name();
    }

    public Program program() {
        return program;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public CompletableFuture<RunningProgram> onExit() {
        return process.onExit().thenApply(ignored -> this);
    }

    public int exitCode() {
        return process.exitValue();
    }

    /** Whether it has ended within the time. */
    public boolean hasEndedWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted while waiting for " + name(), interrupted);
        }
    }

    /** Asks it to end; {@link #end} says how long it may take. */
    public void ask() {
        process.destroy();
    }

    /** Returns when it is gone, at the latest a moment after its grace period. */
    public void end() {
        process.destroy();
        if (!hasEndedWithin(program.grace())) {
            process.destroyForcibly();
            hasEndedWithin(Duration.ofSeconds(5));
        }
        Recorded.erase(record);
    }

    /** What to tell a person about a program that ended although it should not have. */
    public LauncherException failure(String what) {
        return new LauncherException(
                what + " (exit code " + exitCode() + "). The last lines of " + log + ":\n" + lastLines());
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException unreadable) {
            return "(cannot be read: " + unreadable.getMessage() + ")";
        }
    }
}
