package dev.orchestrator.launcher.program;

import dev.orchestrator.launcher.LauncherException;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A program that has the terminal for itself while the launcher waits for it. */
public final class Foreground {
    private Foreground() {}

    /**
     * Runs it to its end, in this program's environment with these additions; its exit code.
     *
     * <p>When the launcher is ended meanwhile, it ends the program, and gives it the time to clean up.
     */
    public static int run(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        try {
            java.lang.Process program = builder.start();
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(program)));
            return program.waitFor();
        } catch (IOException failure) {
            throw new LauncherException("Cannot start " + command.getFirst() + ": " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted while waiting for " + command.getFirst(), interrupted);
        }
    }

    private static void end(java.lang.Process program) {
        program.destroy();
        try {
            program.waitFor();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
