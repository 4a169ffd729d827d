package dev.orchestrator.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server's own record of its process and port, which a server that was killed leaves behind. */
record PostmasterFile(Path data, long pid, int port) {
    static final String NAME = "postmaster.pid";

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /** The record of a server that lives, ready or still starting. */
    static Optional<PostmasterFile> ofLivingServer(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(data.resolve(NAME));
        } catch (NoSuchFileException stopped) {
            return Optional.empty();
        }
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        PostmasterFile file = new PostmasterFile(
                data,
                Long.parseLong(lines.get(PID_LINE).strip()),
                Integer.parseInt(lines.get(PORT_LINE).strip()));
        return file.process().map(ignored -> file);
    }

    /** The process, unless its number has meanwhile been given to another program. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::servesTheData);
    }

    private boolean servesTheData(ProcessHandle process) {
        String commandLine = process.info().commandLine().orElse("");
        return commandLine.contains("postgres") && commandLine.contains(data.toString());
    }
}
