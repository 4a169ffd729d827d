package dev.orchestrator.launcher.program;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps a terminal's Ctrl-C from the programs, which have to end in order and not all at once. Where there is no {@code setsid}
 * they get it and simply end earlier.
 */
final class OwnSession {
    static final List<String> PREFIX = find();

    private OwnSession() {}

    private static List<String> find() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "setsid"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(setsid -> List.of(setsid.toString()))
                .orElse(List.of());
    }
}
