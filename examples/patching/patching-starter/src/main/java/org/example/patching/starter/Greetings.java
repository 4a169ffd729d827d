package org.example.patching.starter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.Operator;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessRepository;
import dev.orchestrator.process.ResumeProcess;
import dev.orchestrator.process.StartProcess;
import dev.orchestrator.state.Json;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.example.patching.GreetingTask;

/** The processes of the example by the ids that their starters gave them. */
@Singleton
public class Greetings {
    private static final String STARTER = "starter";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(100);

    /** Held until the transaction ends: of two starters with the same id the second sees what the first has started. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";

    private static final String NEWEST = """
            SELECT p.pid
            FROM processes p
            JOIN workflows w USING (workflow_id)
            JOIN process_steps s ON s.pid = p.pid AND s.step_key = 'start'
            WHERE w.name = $1 AND s.state ->> 'workflow_id' = $2
            ORDER BY p.started_at DESC
            LIMIT 1
            """;

    private final Pool pool;
    private final ProcessRepository processes;
    private final StartProcess start;
    private final ResumeProcess resume;

    public Greetings(Pool pool, ProcessRepository processes, StartProcess start, ResumeProcess resume) {
        this.pool = pool;
        this.processes = processes;
        this.start = start;
        this.resume = resume;
    }

    /** Starts a workflow; refuses an id under which one is running. Returns the run's id. */
    public UUID start(String workflowId) {
        SqlConnection connection = pool.getConnection().await().indefinitely();
        Transaction lock = connection.begin().await().indefinitely();
        try {
            connection.preparedQuery(LOCK).execute(Tuple.of(workflowId)).await().indefinitely();
            find(pool, workflowId)
                    .filter(record -> !record.process().status().isFinal())
                    .ifPresent(running -> {
                        throw refusal("A workflow with ID " + workflowId + " is already running, with run ID "
                                + running.process().processId() + ". Choose another ID, or finish that one first: "
                                + "./starter --finish-workflow " + workflowId);
                    });
            return started(workflowId);
        } finally {
            lock.rollback().await().indefinitely();
            connection.close().await().indefinitely();
        }
    }

    private UUID started(String workflowId) {
        List<JsonNode> pages = List.of(Json.toTree(new GreetingTask.Order(workflowId)));
        return switch (start.start(GreetingTask.NAME, pages, Operator.of(STARTER))) {
            case StartProcess.Reply.Started started -> started.processId();
            case StartProcess.Reply.Asks asks ->
                throw refusal("The ID '" + workflowId + "' can't be used: " + asks.form());
        };
    }

    /** What the workflow has come to; waits a moment for one that was only just started. */
    public String result(String workflowId) {
        return soon(workflowId, record -> record.state().get(GreetingTask.RESULT))
                .map(JsonNode::asText)
                .orElseThrow(() -> refusal("The workflow with ID " + workflowId
                        + " has no result yet: no worker has run it. Start one: ./worker --workflow …"));
    }

    /** Answers the question that the workflow waits with, and waits a moment for its end. */
    public void finish(String workflowId) {
        UUID run = get(workflowId).process().processId();
        resume.resume(run, List.of(Json.toTree(new GreetingTask.GoOn(true))), Operator.of(STARTER));
        if (soon(workflowId, record -> Optional.of(record).filter(Greetings::hasEnded))
                .isEmpty()) {
            throw refusal("The workflow with ID " + workflowId
                    + " has its answer, and ends when a worker runs it. Start one: ./worker --workflow …");
        }
    }

    private static boolean hasEnded(ProcessRecord record) {
        return record.process().status().isFinal();
    }

    private <T> Optional<T> soon(String workflowId, Function<ProcessRecord, Optional<T>> wanted) {
        long begun = System.nanoTime();
        Optional<T> found = wanted.apply(get(workflowId));
        while (found.isEmpty() && System.nanoTime() - begun < PATIENCE.toNanos()) {
            pause();
            found = wanted.apply(get(workflowId));
        }
        return found;
    }

    private ProcessRecord get(String workflowId) {
        return find(pool, workflowId).orElseThrow(() -> refusal("There is no workflow with ID " + workflowId));
    }

    private Optional<ProcessRecord> find(SqlClient client, String workflowId) {
        for (Row row : client.preparedQuery(NEWEST)
                .execute(Tuple.of(GreetingTask.NAME, workflowId))
                .await()
                .indefinitely()) {
            return processes.find(row.getUUID("pid"));
        }
        return Optional.empty();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static OrchestratorException refusal(String message) {
        return new OrchestratorException(ErrorCode.INVALID_INPUT, message);
    }
}
