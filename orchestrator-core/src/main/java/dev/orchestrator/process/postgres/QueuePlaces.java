package dev.orchestrator.process.postgres;

/** A part that statements share: it gives processes that go on their place in the queue. */
public final class QueuePlaces {
    /**
     * Behind an expression {@code resumed} that returns pid, workflow_id, workflow_version, priority and concurrency_key. In the
     * order of the ids, so that two such statements don't meet crosswise.
     */
    public static final String OF_RESUMED = """
            queued AS (
                INSERT INTO process_queue (pid, due_at, workflow, workflow_version, priority, concurrency_key)
                SELECT pid, now(), w.name, resumed.workflow_version, resumed.priority, resumed.concurrency_key
                FROM resumed JOIN workflows w USING (workflow_id)
                ORDER BY pid
                ON CONFLICT (pid) DO UPDATE SET due_at = now())
            """;

    private QueuePlaces() {}
}
