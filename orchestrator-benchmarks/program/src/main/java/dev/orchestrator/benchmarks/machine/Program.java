package dev.orchestrator.benchmarks.machine;

import dev.orchestrator.benchmarks.measure.BenchmarkFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A service in a JVM of its own. */
public final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(5);
    private static final int LAST_LINES = 20;

    private final java.lang.Process process;
    private final Path log;

    private Program(java.lang.Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Runs the jar as {@code java <options> -jar <jar> <arguments>}. */
    public static Program start(
            Path jar, List<String> options, List<String> arguments, Map<String, String> environment) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        try {
            Path log = Files.createTempFile("orchestrator-benchmark", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            // The drivers read PG* variables too, which are meant for the user's own databases.
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().putAll(environment);
            Program program = new Program(builder.start(), log);
            Cleanup.onExit(program);
            return program;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot start " + jar, failure);
        }
    }

    /** A port that nobody listens on at the moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException("This machine has no free port", failure);
        }
    }

    /** Returns as soon as it is ready, within a few milliseconds. */
    public void await(BooleanSupplier ready) throws InterruptedException {
        long begin = System.nanoTime();
        while (!ready.getAsBoolean()) {
            if (process.waitFor(LOOK.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new BenchmarkFailure("A service ended instead of becoming ready:\n" + lastLines());
            }
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new BenchmarkFailure("A service does not become ready:\n" + lastLines());
            }
        }
    }

    /** Returns when it has ended by itself, which has to be well. */
    public void awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new BenchmarkFailure("A program does not end:\n" + lastLines());
        }
        if (process.exitValue() != 0) {
            throw new BenchmarkFailure("A program failed (exit code " + process.exitValue() + "):\n" + lastLines());
        }
    }

    /** Returns after the time, in which the program has nothing to do but what it does by itself. */
    public void leaveAlone(Duration time) throws InterruptedException {
        if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new BenchmarkFailure("A service ended by itself:\n" + lastLines());
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it without its knowing; returns when it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
        close();
    }

    /** What it has in memory. */
    public double mebibytes() {
        return ResidentMemory.mebibytes(pid());
    }

    /** The most that it has in memory until it ends by itself. */
    public double mostMebibytes() throws InterruptedException {
        double most = 0;
        while (!process.waitFor(LOOK.toNanos(), TimeUnit.NANOSECONDS)) {
            most = Math.max(most, ResidentMemory.mebibytesIfAny(pid()).orElse(0));
        }
        return most;
    }

    /** The processor time that it has taken since its start. */
    public Duration processorTime() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new BenchmarkFailure("The system does not tell the processor time of a process"));
    }

    /** Stops it as a debugger would, until {@link #goOn}: it keeps its memory and connections, and does nothing. */
    public void suspend() throws InterruptedException {
        signal("STOP");
    }

    public void goOn() throws InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot signal a service", failure);
        }
    }

    /** What it has printed last. */
    public String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException failure) {
            return "(its output cannot be read: " + failure.getMessage() + ")";
        }
    }

    @Override
    public void close() {
        Cleanup.once(this, this::end);
    }

    private void end() {
        process.destroy();
        boolean interrupted = false;
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException impatient) {
            process.destroyForcibly();
            interrupted = true;
        }
        try {
            Files.deleteIfExists(log);
        } catch (IOException failure) {
            throw new UncheckedIOException("The log " + log + " cannot be deleted", failure);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
