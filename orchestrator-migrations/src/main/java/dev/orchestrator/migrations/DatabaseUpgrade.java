package dev.orchestrator.migrations;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings a database to both heads, the schema first.
 *
 * <p>Any number may run at once: one works, the others wait for it and then find nothing left to do. Each script is a transaction of
 * its own, so a broken one leaves nothing behind and those before it stay; a second run goes on where the first one stopped.
 */
public final class DatabaseUpgrade {
    private final MigrationSettings settings;

    public DatabaseUpgrade(MigrationSettings settings) {
        this.settings = settings;
    }

    /** Compares the database with the code and changes nothing. */
    public List<HeadStatus> status() {
        try (LoneConnection connection = LoneConnection.open(settings)) {
            return Arrays.stream(Head.values())
                    .map(head -> versions(head, connection).status())
                    .toList();
        }
    }

    /**
     * Runs what is pending.
     *
     * @param progress is told each thing done, in words
     * @throws OrchestratorException if the database cannot be reached, is newer than the code or contradicts it, or a script fails
     */
    public void run(Consumer<String> progress) {
        try (LoneConnection connection = LoneConnection.open(settings)) {
            connection.lock(
                    () -> progress.accept("Another upgrade of this database is running; waiting for it to finish"));
            Map<HeadVersions, HeadStatus> heads = new LinkedHashMap<>();
            for (Head head : Head.values()) {
                HeadVersions versions = versions(head, connection);
                heads.put(versions, versions.status());
            }
            // Both heads are checked before either is touched: a refused data head leaves the schema as running
            // services know it.
            heads.values().forEach(DatabaseUpgrade::refuseContradictions);
            heads.forEach((versions, before) -> versions.upgrade(before, progress));
        }
    }

    private HeadVersions versions(Head head, LoneConnection connection) {
        return new HeadVersions(head, connection, head == Head.DATA ? settings.dataFolder() : Optional.empty());
    }

    private static void refuseContradictions(HeadStatus status) {
        if (!status.violations().isEmpty()) {
            throw new OrchestratorException(
                    ErrorCode.INCONSISTENT_DATA,
                    "The database's " + status.head() + " does not fit this code; nothing was changed",
                    status.violations());
        }
    }
}
