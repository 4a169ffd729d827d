package dev.orchestrator.testkit;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A terminal with a program in it, and a test at the keyboard: the program sees a tty, and what is typed is echoed.
 *
 * <p>The tty is made by {@code script} of util-linux, which every Debian has.
 */
public final class Terminal implements AutoCloseable {
    private static final String CTRL_C = "\u0003";

    private final java.lang.Process process;
    private final Writer keyboard;
    private final StringBuilder screen = new StringBuilder();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int seen;
    private boolean ended;

    private Terminal(java.lang.Process process) {
        this.process = process;
        this.keyboard = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Runs a shell's command line in a folder, with additions to this one's environment. */
    public static Terminal run(String commandLine, Path folder, Map<String, String> environment) {
        List<String> script = List.of("script", "-q", "-e", "-f", "-c", commandLine, "/dev/null");
        ProcessBuilder builder = new ProcessBuilder(ChildProcess.hearingInterrupts(script))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Terminal terminal = new Terminal(builder.start());
            Thread.ofVirtual().name("screen of " + commandLine).start(terminal::read);
            return terminal;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot start " + commandLine, failure);
        }
    }

    private void read() {
        char[] some = new char[1024];
        try (Reader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (int count = reader.read(some); count >= 0; count = reader.read(some)) {
                show(new String(some, 0, count));
            }
        } catch (IOException closedWithTheProgram) {
            show("(the screen ended: " + closedWithTheProgram.getMessage() + ")");
        } finally {
            end();
        }
    }

    private void show(String text) {
        lock.lock();
        try {
            screen.append(text.replace("\r", ""));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** All that was ever on the screen, echoes of what was typed included. */
    public String screen() {
        lock.lock();
        try {
            return screen.toString();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the text is on the screen, behind what was waited for before.
     *
     * @throws AssertionError with the screen when the time is over or the program has ended
     */
    public void await(String text, Duration timeout) {
        long left = timeout.toNanos();
        lock.lock();
        try {
            for (int place = screen.indexOf(text, seen); place < 0; place = screen.indexOf(text, seen)) {
                if (ended || left <= 0) {
                    throw new AssertionError("Expected '" + text + "'"
                            + (ended ? " before the end" : " within " + timeout) + ", the screen shows:\n" + screen);
                }
                left = changed.awaitNanos(left);
            }
            seen = screen.indexOf(text, seen) + text.length();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + text, interrupted);
        } finally {
            lock.unlock();
        }
    }

    /** Types a line and the enter key. */
    public void type(String line) {
        press(line + "\n");
    }

    /** Waits for a question and types the answer. */
    public void answer(String question, String answer, Duration timeout) {
        await(question, timeout);
        type(answer);
    }

    public void pressCtrlC() {
        press(CTRL_C);
    }

    private void press(String keys) {
        try {
            keyboard.write(keys);
            keyboard.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException("Nobody reads what is typed; the screen shows:\n" + screen(), failure);
        }
    }

    /** The exit code of the program. */
    public int awaitExit(Duration timeout) {
        try {
            if (!process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new AssertionError("Expected the end within " + timeout + ", the screen shows:\n" + screen());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for the end", interrupted);
        }
    }

    /** Kills the program and all it has started, if they still live. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
    }
}
