package dev.orchestrator.launcher.command;

import dev.orchestrator.embedded.EmbeddedPostgres;
import dev.orchestrator.embedded.RunningPostgres;
import dev.orchestrator.launcher.LauncherException;
import dev.orchestrator.launcher.Screen;
import dev.orchestrator.launcher.Workspace;
import dev.orchestrator.launcher.program.Program;
import dev.orchestrator.launcher.program.Readiness;
import dev.orchestrator.launcher.program.RunningProgram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/**
 * All that one {@code up} has running, started one after the other and ended in the order that loses nothing: the API first, so that
 * nothing new comes in, then the workers, which finish their steps, and PostgreSQL last.
 *
 * <p>It may be closed from another thread at any moment, which is what Ctrl-C does; from then on nothing new starts.
 */
final class Stack implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int RESTARTS = 5;
    private static final Duration RESTARTS_FORGOTTEN = Duration.ofMinutes(1);

    private final Workspace workspace;
    private final Screen screen;
    private final LogStream logs;
    private final Readiness readiness = new Readiness();

    private final ReentrantLock changes = new ReentrantLock();
    private final List<RunningProgram> running = new ArrayList<>();
    private boolean stopping;
    private Optional<RunningPostgres> database = Optional.empty();

    private final ReentrantLock closing = new ReentrantLock();
    private boolean closed;

    Stack(Workspace workspace, Screen screen) {
        this.workspace = workspace;
        this.screen = screen;
        this.logs = new LogStream(workspace, screen);
    }

    /** Thrown in the thread that starts things when another one has begun to stop them. */
    static final class Stopping extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    RunningPostgres startDatabase() {
        changes.lock();
        try {
            refuseWhenStopping();
            RunningPostgres server = EmbeddedPostgres.in(workspace.postgres()).start();
            database = Optional.of(server);
            server.createDatabase(Workspace.DATABASE);
            return server;
        } finally {
            changes.unlock();
        }
    }

    /** Runs a program to its end, which has to be a good one. */
    void runToItsEnd(Program program) {
        RunningProgram started = start(program);
        started.onExit().join();
        logs.read();
        refuseWhenStopping();
        if (started.exitCode() != 0) {
            throw started.failure("The " + program.name() + " failed");
        }
        forget(started);
    }

    RunningProgram start(Program program) {
        changes.lock();
        try {
            refuseWhenStopping();
            logs.follow(program.name());
            RunningProgram started = RunningProgram.start(workspace, program);
            running.add(started);
            return started;
        } finally {
            changes.unlock();
        }
    }

    private void forget(RunningProgram ended) {
        changes.lock();
        try {
            running.remove(ended);
        } finally {
            changes.unlock();
        }
        ended.end();
    }

    private void refuseWhenStopping() {
        changes.lock();
        try {
            if (stopping) {
                throw new Stopping();
            }
        } finally {
            changes.unlock();
        }
    }

    /** Returns when the program says that it is ready; fails when it ends before, or takes too long. */
    void awaitReady(RunningProgram program) {
        int port = program.program().healthPort().orElseThrow();
        long begin = System.nanoTime();
        while (!readiness.isReady(port)) {
            if (program.hasEndedWithin(LOOK)) {
                logs.read();
                refuseWhenStopping();
                throw program.failure("The " + program.name() + " ended instead of becoming ready");
            }
            refuseWhenStopping();
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new LauncherException("The " + program.name() + " is not ready after " + PATIENCE.toSeconds()
                        + " seconds. Its log is " + workspace.log(program.name())
                        + ", its health page http://127.0.0.1:" + port
                        + "/q/health.");
            }
        }
    }

    /** Starts anew what dies, as a supervisor in production does; returns only by failing or being stopped. */
    void supervise() {
        int restarts = 0;
        while (true) {
            long begin = System.nanoTime();
            RunningProgram ended = anyEnd().join();
            logs.read();
            refuseWhenStopping();
            restarts = System.nanoTime() - begin > RESTARTS_FORGOTTEN.toNanos() ? 1 : restarts + 1;
            if (restarts > RESTARTS) {
                throw ended.failure("The " + ended.name() + " does not stay up");
            }
            screen.say("The " + ended.name() + " ended (exit code " + ended.exitCode() + "); starting it again");
            forget(ended);
            start(ended.program());
        }
    }

    private CompletableFuture<RunningProgram> anyEnd() {
        CompletableFuture<RunningProgram> any = new CompletableFuture<>();
        for (RunningProgram program : snapshot()) {
            var unused = program.onExit().thenAccept(any::complete);
        }
        return any;
    }

    private List<RunningProgram> snapshot() {
        changes.lock();
        try {
            return List.copyOf(running);
        } finally {
            changes.unlock();
        }
    }

    @Override
    public void close() {
        closing.lock();
        try {
            if (!closed) {
                stop();
                closed = true;
            }
        } finally {
            closing.unlock();
        }
    }

    private void stop() {
        changes.lock();
        try {
            stopping = true;
        } finally {
            changes.unlock();
        }
        List<RunningProgram> programs = snapshot();
        if (programs.stream().anyMatch(RunningProgram::isAlive)) {
            screen.say("Stopping");
        }
        programs.stream().filter(Stack::takesRequests).forEach(RunningProgram::end);
        programs.forEach(RunningProgram::ask);
        programs.forEach(RunningProgram::end);
        logs.close();
        database.ifPresent(RunningPostgres::stop);
        screen.say("Stopped");
    }

    private static boolean takesRequests(RunningProgram program) {
        return program.name().equals(Services.API);
    }
}
