package dev.orchestrator.process;

import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes checkpoints, each guarded by the epoch of its claim: who has lost the claim writes nothing. */
public interface Checkpoints {
    /** A checkpoint that was written, or refused, with its verdict. */
    record Written(Checkpoint checkpoint, Verdict verdict) {}

    /** Writes checkpoints of different processes in one commit. Those that are absent in the answer lost their claim. */
    Map<UUID, Verdict> write(List<Checkpoint> checkpoints);

    /**
     * Does the given work and writes the checkpoint that is made after it, in one transaction: both or neither. When the claim
     * was lost none of the work is done.
     */
    Written write(List<Consumer<SqlClient>> work, Supplier<Checkpoint> checkpoint);
}
