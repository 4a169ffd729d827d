package dev.orchestrator.launcher.program;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service to start: a runnable jar with its arguments and environment.
 *
 * @param healthPort where it tells whether it is ready, or none for a program that runs to its end
 * @param grace how long it may take to finish what it does when it is asked to end
 */
public record Program(
        String name,
        Path jar,
        List<String> arguments,
        Map<String, String> environment,
        Optional<Integer> healthPort,
        Duration grace) {

    /** Sized for a developer's machine; deployments size their own. */
    private static final List<String> JVM_OPTIONS =
            List.of("-XX:+UseSerialGC", "-Xmx192m", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    List<String> command() {
        List<String> command = new ArrayList<>(OwnSession.PREFIX);
        command.add(JAVA);
        command.addAll(JVM_OPTIONS);
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return command;
    }
}
