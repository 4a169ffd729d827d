package dev.orchestrator.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs one of the server's programs to its end. */
final class ServerCommand {
    private final Path folder;

    ServerCommand(Path folder) {
        this.folder = folder;
    }

    record Outcome(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /**
     * Output goes by way of a file: the server inherits it from its starter and would keep a pipe open, and its reader hanging,
     * as long as it runs.
     */
    Outcome run(List<String> command) throws IOException {
        Path output = Files.createTempFile(folder, "command", ".log");
        try {
            java.lang.Process process = builder(command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int exitCode = exitCode(process);
            return new Outcome(exitCode, Files.readString(output).strip());
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** What a small program printed, or nothing when it is not installed or failed. */
    static Optional<String> output(String... command) {
        try {
            java.lang.Process process =
                    builder(List.of(command)).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return exitCode(process) == 0 ? Optional.of(output) : Optional.empty();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    /** The user's own PG* settings are for the user's own servers, and messages are recognised in English. */
    private static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static int exitCode(java.lang.Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while a program ran", interrupted));
        }
    }
}
