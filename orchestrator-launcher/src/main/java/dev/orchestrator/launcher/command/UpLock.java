package dev.orchestrator.launcher.command;

import dev.orchestrator.launcher.LauncherException;
import dev.orchestrator.launcher.Workspace;
import dev.orchestrator.launcher.program.Recorded;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by the one launcher that is up in a checkout; the operating system frees it when that launcher dies. */
final class UpLock implements AutoCloseable {
    private final Path record;
    private final FileChannel channel;

    private UpLock(Path record, FileChannel channel) {
        this.record = record;
        this.channel = channel;
    }

    static UpLock acquire(Workspace workspace) {
        Path record = record(workspace);
        try {
            FileChannel channel = open(workspace);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                String pid = Recorded.read(record)
                        .map(launcher -> " (process " + launcher.pid() + ")")
                        .orElse("");
                throw new LauncherException("An orchestrator is already up here" + pid
                        + ". See it with ./orchestrator status, end it with ./orchestrator down.");
            }
            return new UpLock(record, channel);
        } catch (IOException failure) {
            throw new LauncherException("Cannot lock " + workspace.run() + ": " + failure.getMessage(), failure);
        }
    }

    /** The launcher that is up, if there is one. */
    static Optional<Recorded> holder(Workspace workspace) {
        return Recorded.read(record(workspace)).filter(Recorded::isAlive);
    }

    /** Not among the services' records, which are those of orphans once no launcher is up. */
    private static Path record(Workspace workspace) {
        return workspace.run().resolve("launcher.holder");
    }

    private static FileChannel open(Workspace workspace) throws IOException {
        return FileChannel.open(workspace.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Lets the other commands find this launcher. */
    void noteHolder() {
        Recorded.write(record, ProcessHandle.current());
    }

    @Override
    public void close() {
        Recorded.erase(record);
        try {
            channel.close();
        } catch (IOException failure) {
            throw new LauncherException("Cannot unlock " + record.getParent() + ": " + failure.getMessage(), failure);
        }
    }
}
