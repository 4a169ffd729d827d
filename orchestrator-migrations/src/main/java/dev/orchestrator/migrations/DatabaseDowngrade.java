package dev.orchestrator.migrations;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.head.Head;
import dev.orchestrator.migrations.HeadScripts.UndoScript;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes data versions back, the newest first, each by its undo script.
 *
 * <p>A script and the row of its version in the history are one transaction. The schema is not taken back: an older orchestrator would
 * refuse it, and a newer one needs it.
 */
public final class DatabaseDowngrade {
    private static final String FORGET = "DELETE FROM " + Head.DATA.historyTable() + " WHERE version = ?";

    private final MigrationSettings settings;

    public DatabaseDowngrade(MigrationSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes back what is above the target.
     *
     * @param loseData whether what customers have may be deleted
     * @param progress is told each thing done, in words
     * @throws OrchestratorException if a version has no undo script or an empty one, its script fails, or would delete what customers have
     */
    public void run(DowngradeTarget target, boolean loseData, Consumer<String> progress) {
        new Turn(settings, progress).take(connection -> false, connection -> {
            Heads heads = Heads.of(connection, settings);
            HeadScripts scripts = heads.data().scripts();
            List<HeadVersion> applied = heads.consistent().getLast().versions().stream()
                    .filter(HeadVersion::isApplied)
                    .toList();
            List<HeadVersion> above = target.above(applied);
            List<UndoScript> undo =
                    above.stream().map(version -> undo(scripts, version)).toList();
            UndoTransaction transaction =
                    new UndoTransaction(connection, heads.data().configuration(), loseData);
            for (int i = 0; i < above.size(); i++) {
                transaction.run(undo.get(i), FORGET, above.get(i).version());
                progress.accept(Head.DATA + ": took back " + above.get(i).script());
            }
            progress.accept(Head.DATA + ": now " + position(applied.subList(0, applied.size() - above.size())));
        });
    }

    private static String position(List<HeadVersion> left) {
        return left.isEmpty()
                ? "before the first version"
                : "at version " + left.getLast().version();
    }

    private static UndoScript undo(HeadScripts scripts, HeadVersion version) {
        UndoScript undo = scripts.undo(version)
                .orElseThrow(() ->
                        refused(version, "there is no U" + version.script().substring(1) + " beside it. Write one"));
        if (scripts.isUndoForgotten(version, undo)) {
            throw refused(
                    version,
                    undo.name() + " has no statement. Write what takes it back, or SELECT 1 if there is nothing to do");
        }
        return undo;
    }

    private static OrchestratorException refused(HeadVersion version, String reason) {
        return new OrchestratorException(
                ErrorCode.INVALID_INPUT,
                version.script() + " can't be taken back: " + reason + "; nothing was changed");
    }
}
