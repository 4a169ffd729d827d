package dev.orchestrator.process;

import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;

/** Puts new processes on record and into the queue, in the order given: all of them in one statement, or none. */
public interface NewProcesses {
    /**
     * Writes them in a transaction of their own, and tells the workers.
     *
     * @throws dev.orchestrator.error.OrchestratorException when the engine is locked, a workflow is not in the database, or a
     *     subscription that one of them is to change is held by another process
     */
    void insert(List<NewProcess> processes);

    /** In the caller's transaction, which can only be rolled back when this throws; to tell the workers is the caller's, after the commit. */
    void insert(SqlClient transaction, List<NewProcess> processes);
}
