package dev.orchestrator.launcher.command;

import dev.orchestrator.embedded.EmbeddedPostgres;
import dev.orchestrator.embedded.RunningPostgres;
import dev.orchestrator.launcher.LauncherException;
import dev.orchestrator.launcher.Workspace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;

/**
 * The server that comes along, for commands that run beside one another and beside {@code up}.
 *
 * <p>Each holds a shared lock on one file; who finds itself alone at its end stops what a command has started, unless an orchestrator has
 * come up meanwhile and uses it. The operating system frees the locks of those that die.
 */
final class SharedServer implements AutoCloseable {
    private final Workspace workspace;
    private final FileChannel users;
    private final FileLock use;
    private final RunningPostgres server;
    private boolean closed;

    private SharedServer(Workspace workspace, FileChannel users, FileLock use, RunningPostgres server) {
        this.workspace = workspace;
        this.users = users;
        this.use = use;
        this.server = server;
    }

    /** Uses the server that runs, or starts it. */
    static SharedServer use(Workspace workspace) {
        try {
            FileChannel users = FileChannel.open(
                    workspace.run().resolve("database.users"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock use = users.lock(0, Long.MAX_VALUE, true);
            return new SharedServer(workspace, users, use, start(workspace, users));
        } catch (IOException failure) {
            throw failed(workspace, failure);
        }
    }

    /**
     * Started also when it runs, because that waits until it is ready: another command may have begun to start it just now. What is in
     * the file says that a command has started it, and so may stop it.
     */
    private static RunningPostgres start(Workspace workspace, FileChannel users) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.in(workspace.postgres());
        boolean ran = postgres.running().isPresent();
        RunningPostgres server = postgres.start();
        if (!ran) {
            users.write(ByteBuffer.wrap(new byte[] {'\n'}), 0);
        }
        return server;
    }

    RunningPostgres server() {
        return server;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (FileChannel file = users) {
            use.release();
            FileLock alone = file.tryLock();
            if (alone != null && file.size() > 0 && UpLock.holder(workspace).isEmpty()) {
                file.truncate(0);
                server.stop();
            }
        } catch (IOException failure) {
            throw failed(workspace, failure);
        }
    }

    private static LauncherException failed(Workspace workspace, IOException failure) {
        return new LauncherException("Cannot lock " + workspace.run() + ": " + failure.getMessage(), failure);
    }
}
