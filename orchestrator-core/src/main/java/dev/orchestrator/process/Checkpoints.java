package dev.orchestrator.process;

import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes checkpoints, each guarded by the epoch of its claim: who has lost the claim writes nothing. */
public interface Checkpoints {
    /** Writes checkpoints of different processes in one commit. Returns those that were written; the others lost their claim. */
    Set<UUID> write(List<Checkpoint> checkpoints);

    /**
     * Does the given work and writes the checkpoint that is made after it, in one transaction: both or neither.
     *
     * @return the checkpoint; empty when the claim was lost, and then none of the work is done
     */
    Optional<Checkpoint> write(List<Consumer<SqlClient>> work, Supplier<Checkpoint> checkpoint);
}
