package dev.orchestrator.process;

import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.UUID;

/** The processes that for-each steps have started; asked in the transaction in which the parent is settled. */
public interface ChildRepository {
    /** How many children a step has, how many of these are still at work, and how many have failed. */
    record Count(int all, int atWork, int failed) {}

    Count count(SqlClient transaction, UUID parentId, String stepRun);

    /** The children of a step in the order of its items. */
    List<Child> children(SqlClient transaction, UUID parentId, String stepRun);

    /** Puts those that failed back into the queue. Returns how many. */
    int retryFailed(SqlClient transaction, UUID parentId, String stepRun);
}
