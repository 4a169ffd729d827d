package dev.orchestrator.process;

import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes checkpoints, each guarded by the epoch of its claim: who has lost the claim writes nothing. */
public interface Checkpoints {
    /** A checkpoint that was written, or refused, with its verdict. */
    record Written(Checkpoint checkpoint, Verdict verdict) {}

    /** What is decided in a transaction that has everything on record which came from outside; nothing to write when empty. */
    @FunctionalInterface
    interface Decision {
        Optional<Checkpoint> of(SqlClient transaction, ProcessRecord record);
    }

    /** The record that a decision was taken on, and what was written of it. */
    record Settled(ProcessRecord record, Optional<Written> written) {}

    /** Writes checkpoints of different processes in one commit. Those that are absent in the answer lost their claim. */
    Map<UUID, Verdict> write(List<Checkpoint> checkpoints);

    /** Which of the checkpoints are on record, for those of a write whose answer was lost. */
    Set<Checkpoint> recorded(List<Checkpoint> checkpoints);

    /**
     * Does the given work and writes the checkpoint that is made after it, in one transaction: both or neither. When the claim
     * was lost none of the work is done.
     */
    Written write(List<Consumer<SqlClient>> work, Supplier<Checkpoint> checkpoint);

    /**
     * Locks the process against what comes from outside (reports, answers, the ends of its children), reads its record anew and
     * writes what is decided from it, in one transaction. Whatever comes is either in that record, or finds the process as it
     * was left.
     *
     * @param parent of the process, for its end may be what the parent waits for
     */
    Settled settle(Claim claim, Optional<Parent> parent, Decision decision);
}
