package dev.orchestrator.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The account that the server runs under: PostgreSQL refuses to run as root, which is what containers usually are. */
enum ServerAccount {
    /** The caller, when it is not root. */
    CALLER(""),
    /** Root's files, none of root's powers: a user namespace in which the caller is nobody. */
    NAMESPACE("unshare -U"),
    /** The account nobody, which then has to own the data. */
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

    private final String prefix;

    ServerAccount(String prefix) {
        this.prefix = prefix;
    }

    static ServerAccount choose() {
        if (!"0".equals(ServerCommand.output("id", "-u").orElse("").strip())) {
            return CALLER;
        }
        if (NAMESPACE.works()) {
            return NAMESPACE;
        }
        if (NOBODY.works()) {
            return NOBODY;
        }
        throw new EmbeddedPostgresException(
                "PostgreSQL refuses to run as root, and neither unshare nor setpriv (util-linux) can lend it another account here."
                        + " Run this as a normal user, or name a database of yours by its URL.");
    }

    private boolean works() {
        return ServerCommand.output(command("true").toArray(String[]::new)).isPresent();
    }

    List<String> command(String... words) {
        List<String> command = new ArrayList<>();
        if (!prefix.isEmpty()) {
            command.addAll(List.of(prefix.split(" ", -1)));
        }
        command.addAll(List.of(words));
        return command;
    }

    void own(Path path) throws IOException {
        if (this == NOBODY
                && ServerCommand.output("chown", "-R", "65534:65534", path.toString())
                        .isEmpty()) {
            throw new IOException("chown to nobody failed: " + path);
        }
    }

    /** Whether the account reaches the path through all folders above it. */
    boolean reaches(Path path) {
        return this != NOBODY
                || ServerCommand.output(command("test", "-e", path.toString()).toArray(String[]::new))
                        .isPresent();
    }
}
