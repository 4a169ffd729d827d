package dev.orchestrator.testkit;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Ends a server and removes its folder as soon as this JVM is gone, however it went: a shell waits for the end of a
 * pipe that only this JVM holds open, which works after {@code kill -9} as well.
 */
final class Leash {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            cat > /dev/null
            pid=$(head -n 1 "$0/data/postmaster.pid" 2> /dev/null) && kill -QUIT "$pid" 2> /dev/null
            for attempt in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
              [ -n "$pid" ] && [ -n "$(tr -d '\\0' 2> /dev/null < "/proc/$pid/cmdline")" ] || break
              sleep 0.05
            done
            rm -rf "$0"
            """;

    private Leash() {}

    static void tie(Path folder) throws IOException {
        new ProcessBuilder("sh", "-c", SCRIPT, folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
