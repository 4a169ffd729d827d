package dev.orchestrator.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;

/** Puts what the operating system or the server complains about into words that say what to do. */
final class Failures {
    private static final int LINES = 12;
    private static final String DISK_FULL = "No space left on device";

    private Failures() {}

    static EmbeddedPostgresException of(String what, String output, Path folder) {
        if (output.contains(DISK_FULL)) {
            return new EmbeddedPostgresException(diskFull(what, folder) + "\n" + lastLines(output));
        }
        return new EmbeddedPostgresException(what + ". Its last words:\n" + lastLines(output));
    }

    static EmbeddedPostgresException of(Path folder, IOException failure) {
        String what = "PostgreSQL cannot use the folder " + folder;
        String reason = String.valueOf(failure.getMessage());
        if (reason.contains(DISK_FULL)) {
            return new EmbeddedPostgresException(diskFull(what, folder), failure);
        }
        if (failure instanceof AccessDeniedException
                || reason.contains("Read-only file system")
                || reason.contains("Permission denied")) {
            return new EmbeddedPostgresException(
                    what + ": it may not be written (" + reason + "). Make it writable, or choose another folder.",
                    failure);
        }
        return new EmbeddedPostgresException(what + ": " + failure, failure);
    }

    private static String diskFull(String what, Path folder) {
        return what + ": the disk that holds " + folder + " is full. Free some space and start again.";
    }

    private static String lastLines(String output) {
        List<String> lines = output.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}
