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
 * @param busy whether it works hard for long, as opposed to starting, answering now and then, or ending soon
 */
public record Program(
        String name,
        Path jar,
        List<String> arguments,
        Map<String, String> environment,
        Optional<Integer> healthPort,
        Duration grace,
        boolean busy) {

    /** Sized for a developer's machine; deployments size their own. Without its own log, the JVM does not complain of archives that no longer fit. */
    private static final List<String> JVM_OPTIONS =
            List.of("-XX:+UseSerialGC", "-Xms32m", "-Xmx192m", "-Xlog:disable", "--enable-native-access=ALL-UNNAMED");

    /** Halves the processor time of a start and costs speed in the long run, so it is for what does little in the long run. */
    private static final String QUICK_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    public static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    List<String> command(Optional<Path> classArchive) {
        List<String> command = new ArrayList<>(OwnSession.PREFIX);
        command.add(JAVA);
        command.addAll(classArchive.map(this::jvmOptions).orElseGet(this::jvmOptions));
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return command;
    }

    /** The archive of loaded classes makes all starts but the first quicker; the JVM makes it and renews it by itself. */
    public List<String> jvmOptions(Path classArchive) {
        List<String> options = jvmOptions();
        options.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + classArchive));
        return options;
    }

    private List<String> jvmOptions() {
        List<String> options = new ArrayList<>(JVM_OPTIONS);
        if (!busy) {
            options.add(QUICK_COMPILER_ONLY);
        }
        return options;
    }
}
