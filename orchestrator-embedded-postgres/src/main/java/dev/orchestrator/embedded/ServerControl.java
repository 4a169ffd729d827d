package dev.orchestrator.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server's own control program, pg_ctl, for one data folder. */
final class ServerControl {
    static final String LOG = "server.log";

    private final Path folder;
    private final ServerBinaries binaries;
    private final ServerAccount account;

    ServerControl(Path folder, ServerBinaries binaries, ServerAccount account) {
        this.folder = folder;
        this.binaries = binaries;
        this.account = account;
    }

    /** Starts it in a session of its own, so that a Ctrl-C in the starter's terminal does not reach it. */
    ServerCommand.Outcome start() throws IOException {
        Path log = folder.resolve(LOG);
        Files.writeString(log, "");
        account.own(log);
        ServerCommand.Outcome outcome = run("start", "--wait", "--timeout=120", "--log=" + log);
        return new ServerCommand.Outcome(outcome.exitCode(), outcome.output() + "\n" + Files.readString(log));
    }

    ServerCommand.Outcome stop(String mode) throws IOException {
        return run("stop", "--wait", "--timeout=120", "--mode=" + mode);
    }

    ServerCommand.Outcome reload() throws IOException {
        return run("reload");
    }

    private ServerCommand.Outcome run(String verb, String... options) throws IOException {
        List<String> command =
                account.command(binaries.program("pg_ctl"), verb, "--pgdata=" + Cluster.data(folder), "--silent");
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(options));
        return new ServerCommand(folder).run(all);
    }
}
