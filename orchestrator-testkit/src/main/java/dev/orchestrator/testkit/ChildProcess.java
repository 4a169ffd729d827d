package dev.orchestrator.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A real program beside the test, with all it prints, that a test may end as rudely as life does. */
public final class ChildProcess implements AutoCloseable {
    private static final int HEX = 16;
    private static final long SIGINT = 1L << (2 - 1);

    private final java.lang.Process process;
    private final List<String> lines = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean ended;

    private ChildProcess(java.lang.Process process) {
        this.process = process;
    }

    /** Starts a program with additions to this one's environment; both its outputs are captured as one. */
    public static ChildProcess start(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(hearingInterrupts(command)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            ChildProcess child = new ChildProcess(builder.start());
            Thread.ofVirtual().name("output of " + child.pid()).start(child::read);
            return child;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot start " + command, failure);
        }
    }

    /**
     * A shell starts background jobs with SIGINT ignored, and programs inherit that. When it befell this one, its children would
     * not hear {@link #interrupt}; env (of the GNU kind, as on every Linux with /proc that tests run on) sets it right.
     */
    static List<String> hearingInterrupts(List<String> command) {
        if (!isInterruptIgnored()) {
            return command;
        }
        List<String> all = new ArrayList<>(List.of("env", "--default-signal=INT"));
        all.addAll(command);
        return all;
    }

    private static boolean isInterruptIgnored() {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        try (Stream<String> facts = Files.lines(status)) {
            return facts.filter(fact -> fact.startsWith("SigIgn:"))
                    .map(fact -> Long.parseUnsignedLong(
                            fact.substring("SigIgn:".length()).strip(), HEX))
                    .anyMatch(ignored -> (ignored & SIGINT) != 0);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + status, failure);
        }
    }

    /** Starts a main class of this test's own class path in a JVM of its own, which is made to start quickly. */
    public static ChildProcess java(Class<?> main, List<String> arguments, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(
                javaProgram(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        return start(command, environment);
    }

    /** The java program that runs this test. */
    public static String javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private void read() {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line);
            }
        } catch (IOException closedWithTheProgram) {
            add("(output ended: " + closedWithTheProgram.getMessage() + ")");
        } finally {
            lock.lock();
            try {
                ended = true;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void add(String line) {
        lock.lock();
        try {
            lines.add(line);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** All lines so far. */
    public List<String> output() {
        lock.lock();
        try {
            return List.copyOf(lines);
        } finally {
            lock.unlock();
        }
    }

    /** The first line, printed already or still to come, that contains the text. */
    public String awaitLine(String text, Duration timeout) {
        return awaitLine("a line with '" + text + "'", line -> line.contains(text), timeout);
    }

    /**
     * The first line, printed already or still to come, that fits.
     *
     * @throws AssertionError with all output when the time is over or the output ends without one
     */
    public String awaitLine(String expected, Predicate<String> fits, Duration timeout) {
        long left = timeout.toNanos();
        lock.lock();
        try {
            for (int next = 0; ; ) {
                for (; next < lines.size(); next++) {
                    if (fits.test(lines.get(next))) {
                        return lines.get(next);
                    }
                }
                if (ended || left <= 0) {
                    throw new AssertionError("Expected " + expected + (ended ? " before the end" : " within " + timeout)
                            + " of the output, got:\n" + String.join("\n", lines));
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + expected, interrupted);
        } finally {
            lock.unlock();
        }
    }

    /** All lines, once the program has ended, or at least closed its output. */
    public List<String> awaitOutput(Duration timeout) {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (!ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            return List.copyOf(lines);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for the end of the output", interrupted);
        } finally {
            lock.unlock();
        }
    }

    /** The exit code; of a program that a signal ended, 128 and the signal's number. */
    public int awaitExit(Duration timeout) {
        try {
            if (!process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new AssertionError(
                        "Expected the end within " + timeout + ", got:\n" + String.join("\n", output()));
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for the end", interrupted);
        }
    }

    /** SIGTERM: asks it to end. */
    public void terminate() {
        signal("TERM");
    }

    /** SIGINT: what Ctrl-C sends. */
    public void interrupt() {
        signal("INT");
    }

    /** SIGKILL: ends it without its knowing. */
    public void kill() {
        signal("KILL");
    }

    /** SIGSTOP: freezes it, as a long pause of a machine does. */
    public void pause() {
        signal("STOP");
    }

    /** SIGCONT: ends the pause. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int exitCode = new ProcessBuilder("sh", "-c", "kill -$0 $1", name, Long.toString(pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw new AssertionError("kill -" + name + " " + pid() + " failed: " + exitCode);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while sending a signal", interrupted);
        }
    }

    /** Kills it and all it has started, if they still live, and waits until they are gone. */
    @Override
    public void close() {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        family.forEach(ProcessHandle::destroyForcibly);
        awaitExit(Duration.ofSeconds(10));
    }
}
