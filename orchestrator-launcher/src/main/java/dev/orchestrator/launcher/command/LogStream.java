package dev.orchestrator.launcher.command;

import dev.orchestrator.launcher.Screen;
import dev.orchestrator.launcher.Workspace;
import dev.orchestrator.launcher.program.LogFollower;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows the logs of several programs as they grow. */
final class LogStream implements AutoCloseable {
    private static final long LOOK_MILLIS = 100;

    private final Workspace workspace;
    private final Screen screen;
    private final Map<String, LogFollower> followers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("log stream").factory());

    LogStream(Workspace workspace, Screen screen) {
        this.workspace = workspace;
        this.screen = screen;
        var unused = clockwork.scheduleWithFixedDelay(this::read, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Shows what the program writes from now on. */
    void follow(String program) {
        followers.computeIfAbsent(
                program,
                ignored -> new LogFollower(workspace.log(program), line -> screen.log(program, line)).fromTheEnd());
    }

    /** Shows what has not been shown yet. */
    void read() {
        followers.values().forEach(LogFollower::read);
    }

    @Override
    public void close() {
        clockwork.shutdown();
        read();
    }
}
