package dev.orchestrator.launcher.program;

import dev.orchestrator.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program as noted in a file: its process number and when it started.
 *
 * <p>Numbers are given out again, so a process is taken for the noted one only when it started at the noted moment.
 */
public record Recorded(Path file, long pid, Instant started) {
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);
    private static final long LOOK_MILLIS = 50;

    public static void write(Path file, ProcessHandle process) {
        try {
            Files.writeString(file, process.pid() + "\n" + started(process).toEpochMilli() + "\n");
        } catch (IOException failure) {
            throw new LauncherException("Cannot note the program in " + file + ": " + failure.getMessage(), failure);
        }
    }

    /** The note, if there is a readable one; one that is cut off says nothing. */
    public static Optional<Recorded> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(new Recorded(
                            file, Long.parseLong(lines.get(0)), Instant.ofEpochMilli(Long.parseLong(lines.get(1)))));
        } catch (NoSuchFileException | NumberFormatException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new LauncherException("Cannot read " + file + ": " + failure.getMessage(), failure);
        }
    }

    public static void erase(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new LauncherException("Cannot remove " + file + ": " + failure.getMessage(), failure);
        }
    }

    public String name() {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }

    public boolean isAlive() {
        return process().isPresent();
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(Recorded::runs)
                .filter(process ->
                        Duration.between(started(process), started).abs().compareTo(CLOCK_SLACK) <= 0);
    }

    /** A dead process that nobody has collected still has a number, but no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** Asks it to end, and ends it when it has not done so in time. Nothing happens when it is gone. */
    public void end(Duration grace) {
        process().ifPresent(ProcessHandle::destroy);
        if (!awaitEnd(grace)) {
            process().ifPresent(ProcessHandle::destroyForcibly);
            awaitEnd(Duration.ofSeconds(5));
        }
    }

    /** Asks it to end, and no more. */
    public void ask() {
        process().ifPresent(ProcessHandle::destroy);
    }

    /** Whether it is gone within the time. */
    public boolean awaitEnd(Duration patience) {
        for (long left = patience.toMillis(); isAlive() && left > 0; left -= LOOK_MILLIS) {
            awaitExit();
        }
        return !isAlive();
    }

    /** Looks again after a while even without news: that of a process that is not our child may never come. */
    private void awaitExit() {
        Optional<ProcessHandle> process = process();
        if (process.isEmpty()) {
            return;
        }
        try {
            process.get().onExit().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillThere) {
            return;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted while waiting for process " + pid + " to end", interrupted);
        }
    }
}
