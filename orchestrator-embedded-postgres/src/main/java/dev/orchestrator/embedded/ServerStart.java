package dev.orchestrator.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One attempt to have the server of a folder run, made under the folder's lock. */
final class ServerStart {
    private static final int ATTEMPTS = 50;

    private final Path folder;
    private final ServerBinaries binaries;
    private final ServerAccount account;
    private final Cluster cluster;
    private final ServerControl control;

    ServerStart(Path folder, ServerBinaries binaries, ServerAccount account) {
        this.folder = folder;
        this.binaries = binaries;
        this.account = account;
        this.cluster = new Cluster(folder, binaries, account);
        this.control = new ServerControl(folder, binaries, account);
    }

    RunningPostgres run(boolean durable) throws IOException {
        account.own(folder);
        if (!account.reaches(Path.of(binaries.program("postgres"))) || !account.reaches(folder)) {
            throw new EmbeddedPostgresException(
                    "PostgreSQL refuses to run as root, and the account nobody cannot reach " + folder
                            + ". Choose a folder that it may enter, run this as a normal user, or name a database of yours by its URL.");
        }
        cluster.make(durable);
        Optional<PostmasterFile> living = PostmasterFile.ofLivingServer(Cluster.data(folder));
        if (living.isPresent()) {
            cluster.configure(living.get().port(), durable);
            control.reload();
        } else {
            launch(durable);
        }
        RunningPostgres server = RunningPostgres.of(folder, control);
        awaitReady(server);
        return server;
    }

    /**
     * Repeated for two races that time solves: somebody else takes the port between our look and the server's, and the
     * orphans of a server that was killed hold its shared memory for a moment. Each attempt takes a tenth of a second.
     */
    private void launch(boolean durable) throws IOException {
        // PostgreSQL itself refuses to start while any process has the number in a file that a killed server left
        // behind.
        Files.deleteIfExists(Cluster.data(folder).resolve(PostmasterFile.NAME));
        ServerCommand.Outcome outcome;
        int attempt = 0;
        do {
            cluster.configure(choosePort(), durable);
            outcome = control.start();
            attempt++;
        } while (!outcome.succeeded() && isPassing(outcome.output()) && attempt < ATTEMPTS);
        if (!outcome.succeeded()) {
            throw Failures.of("PostgreSQL does not start in " + folder, outcome.output(), folder);
        }
    }

    private static boolean isPassing(String output) {
        return output.contains("could not create any TCP/IP sockets")
                || output.contains("pre-existing shared memory block");
    }

    /** The port is kept over restarts, so that addresses noted elsewhere stay right, unless it has been taken meanwhile. */
    private int choosePort() throws IOException {
        Path file = folder.resolve("port");
        if (Files.exists(file)) {
            int kept = Integer.parseInt(Files.readString(file).strip());
            if (isFree(kept)) {
                return kept;
            }
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(file, Integer.toString(socket.getLocalPort()));
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Only a server that somebody else is just starting is not ready at once. */
    private void awaitReady(RunningPostgres server) throws IOException {
        for (int attempt = 0; ; attempt++) {
            try {
                server.connect("postgres").close();
                return;
            } catch (SQLException refused) {
                if (attempt == ATTEMPTS || endsSoon()) {
                    throw new EmbeddedPostgresException(
                            "PostgreSQL runs in " + folder + " but refuses connections: " + refused.getMessage()
                                    + ". See " + folder.resolve(ServerControl.LOG),
                            refused);
                }
            }
        }
    }

    private boolean endsSoon() throws IOException {
        Optional<ProcessHandle> process =
                PostmasterFile.ofLivingServer(Cluster.data(folder)).flatMap(PostmasterFile::process);
        if (process.isEmpty()) {
            return true;
        }
        try {
            process.get().onExit().get(100, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
