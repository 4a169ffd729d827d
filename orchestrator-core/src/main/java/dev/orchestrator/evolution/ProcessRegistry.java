package dev.orchestrator.evolution;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Which version each living process is on, by its own row and by its place in the queue, which is what workers claim by.
 *
 * <p>Each move is one transaction: it locks the place in the queue and then the process, as workers and operators do, and writes
 * nothing when a worker holds the process or it has moved on since it was read. A claim that ran out meanwhile is lost for good.
 */
public interface ProcessRegistry {
    /** A process that was migrated, and what it takes to move it back. */
    record Migrated(UUID migrationId, Move back) {}

    /** Puts a process on the target version. False when it has moved on. */
    boolean move(StateMigration<?, ?> migration, Move move, String actor);

    /**
     * Processes that a migration has moved and nobody has touched since.
     *
     * @param after the last one of the page before; null for the first page
     * @param only those named; empty for all
     */
    List<Migrated> untouched(String migration, UUID after, int size, Set<UUID> only);

    /** How many living processes a migration has moved, touched since or not. */
    long migrated(String migration, Set<UUID> only);

    /** Puts a process back where it was. False when it has been touched. */
    boolean moveBack(Migrated migrated, String actor);
}
