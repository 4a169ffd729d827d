package dev.orchestrator.migrations;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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

    /** Compares the database with the code and changes nothing; the schema comes first. */
    public List<HeadStatus> status() {
        try (LoneConnection connection = LoneConnection.open(settings)) {
            return Heads.of(connection, settings).status();
        }
    }

    /**
     * Runs what is pending.
     *
     * @param progress is told each thing done, in words
     * @throws OrchestratorException if the database cannot be reached, is newer than the code or contradicts it, or a script fails
     */
    public void run(Consumer<String> progress) {
        upgrade(HeadStatus::pending, progress);
    }

    /** As {@link #run}, but the data only up to this version. */
    public void runTo(String version, Consumer<String> progress) {
        upgrade(data -> pendingUpTo(version, data), progress);
    }

    private interface Choice {
        List<HeadVersion> toRun(HeadStatus data);
    }

    private void upgrade(Choice choice, Consumer<String> progress) {
        new Turn(settings, progress).take(connection -> isDone(connection, choice, progress), connection -> {
            Heads heads = Heads.of(connection, settings);
            // Both heads are checked before either is touched: a refused data head leaves the schema as running
            // services know it.
            List<HeadStatus> before = heads.consistent();
            heads.refuseForeign(before.getFirst(), connection);
            List<HeadVersion> data = choice.toRun(before.getLast());
            heads.schema().upgrade(before.getFirst(), before.getFirst().pending(), progress);
            heads.data().upgrade(before.getLast(), data, progress);
        });
    }

    /** Whether the database is there already, which is said then; what contradicts is for the one who has the lock to say. */
    private boolean isDone(LoneConnection connection, Choice choice, Consumer<String> progress) {
        List<HeadStatus> heads = Heads.of(connection, settings).status();
        boolean done = heads.stream().allMatch(head -> head.violations().isEmpty())
                && heads.getFirst().pending().isEmpty()
                && choice.toRun(heads.getLast()).isEmpty();
        if (done) {
            heads.forEach(head -> progress.accept(head.upToDate()));
        }
        return done;
    }

    private static List<HeadVersion> pendingUpTo(String version, HeadStatus data) {
        String number = version.replaceFirst("^V", "");
        if (!data.knows(number)) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT,
                    "The data has no version " + number + "; it has "
                            + data.versions().stream()
                                    .map(HeadVersion::version)
                                    .collect(Collectors.joining(", ", "", ". Nothing was changed")));
        }
        int last = data.versions().stream().map(HeadVersion::version).toList().indexOf(number);
        return data.versions().subList(0, last + 1).stream()
                .filter(known -> !known.isApplied())
                .toList();
    }
}
