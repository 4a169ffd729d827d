package dev.orchestrator.process.postgres;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.NewProcess;
import dev.orchestrator.process.NewProcesses;
import dev.orchestrator.process.Parent;
import dev.orchestrator.process.SubscriptionHeld;
import dev.orchestrator.state.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** New processes as one statement, however many: the rows of the process, its first step, its input and its place in the queue. */
@Singleton
public class PostgresNewProcesses implements NewProcesses {
    /**
     * Writes nothing for a workflow that is not in the database, and nothing at all while the engine is locked. Each is due a
     * microsecond behind the one before it, so that they are claimed in their order. That nobody else changes the subscription is
     * processes_subscription_lock_ux: who comes second waits for the first to commit and is then refused. Of a form that asked
     * nothing no input is kept.
     */
    private static final String INSERT = """
            WITH input AS MATERIALIZED (
                SELECT i.*, w.workflow_id
                FROM unnest(
                    $1::uuid[], $2::text[], $3::int[], $4::boolean[], $5::text[],
                    $6::uuid[], $7::text[], $8::text[], $9::text[], $10::text[], $11::timestamptz[], $12::text[],
                    $13::uuid[], $14::text[], $15::uuid[], $16::text[], $17::int[])
                    WITH ORDINALITY AS i (
                        pid, workflow, workflow_version, is_task, created_by,
                        stepid, step_key, name, status, state, started_at, input, changes_subscription, concurrency_key,
                        parent_pid, parent_step, parent_item, n)
                JOIN workflows w ON w.name = i.workflow AND w.deleted_at IS NULL
                WHERE NOT (SELECT global_lock FROM engine_settings)),
            created AS (
                INSERT INTO processes (
                    pid, workflow_id, workflow_version, last_status, assignee, started_at, last_modified_at, created_by, is_task,
                    changes_subscription, concurrency_key, parent_pid, parent_step, parent_item)
                SELECT pid, workflow_id, workflow_version, 'created', 'SYSTEM', started_at, started_at, created_by, is_task,
                       changes_subscription, concurrency_key, parent_pid, parent_step, parent_item
                FROM input),
            first_row AS (
                INSERT INTO process_steps (stepid, pid, step_key, name, status, state, created_by, started_at, completed_at)
                SELECT stepid, pid, step_key, name, status, state::jsonb, created_by, started_at, started_at FROM input),
            answered AS (
                INSERT INTO input_states (pid, input_state, input_time, input_type)
                SELECT pid, input::jsonb, started_at, 'initial_state' FROM input WHERE input NOT IN ('[]', '[{}]')),
            queued AS (
                INSERT INTO process_queue (pid, due_at, workflow, workflow_version, concurrency_key)
                SELECT pid, now() + (n - cardinality($1)) * interval '1 microsecond', workflow, workflow_version, concurrency_key
                FROM input)
            SELECT pid, workflow FROM input
            """;

    private static final String IS_LOCKED = "SELECT global_lock FROM engine_settings";

    /** Of those who hold one of the subscriptions; counts on processes_subscription_lock_ux. */
    private static final String HOLDER = """
            SELECT pid, changes_subscription FROM processes
            WHERE changes_subscription = ANY ($1::uuid[]) AND last_status NOT IN ('completed', 'aborted')
            LIMIT 1
            """;

    private static final String LOCK = "processes_subscription_lock_ux";

    private final Pool pool;
    private final PostgresQueueHints hints;
    private final Transactions transactions;
    private final Gathering<NewProcess, Optional<OrchestratorException>> starts;

    public PostgresNewProcesses(Pool pool, PostgresQueueHints hints) {
        this.pool = pool;
        this.hints = hints;
        this.transactions = new Transactions(pool);
        this.starts = new Gathering<>(this::refusals);
    }

    /**
     * Starts of one process that come at the same time, of whatever workflow, share a commit; one that may have to wait for the lock of a
     * subscription has its own. Several processes are all written or none.
     */
    @Override
    public void insert(List<NewProcess> processes) {
        if (processes.size() == 1) {
            NewProcess process = processes.getFirst();
            Optional<OrchestratorException> refusal = process.changesSubscription() == null
                    ? starts.write(process)
                    : refusals(processes).getFirst();
            refusal.ifPresent(reason -> {
                throw reason;
            });
        } else {
            transactions.run(connection -> {
                insert(connection, processes);
                return null;
            });
            hints.announce();
        }
    }

    /** Writes those that can be, and tells for each why it was not. */
    private List<Optional<OrchestratorException>> refusals(List<NewProcess> processes) {
        RowSet<Row> written = writeAndAnnounce(processes);
        if (written.size() == processes.size()) {
            return Collections.nCopies(processes.size(), Optional.empty());
        }
        Set<UUID> ids = new HashSet<>();
        written.forEach(row -> ids.add(row.getUUID("pid")));
        return processes.stream()
                .map(process -> ids.contains(process.processId())
                        ? Optional.<OrchestratorException>empty()
                        : Optional.of(notWritten(pool, List.of(process), written)))
                .toList();
    }

    @Override
    public void insert(SqlClient transaction, List<NewProcess> processes) {
        RowSet<Row> written = await(processes, write(transaction, processes));
        if (written.size() < processes.size()) {
            throw notWritten(transaction, processes, written);
        }
    }

    private RowSet<Row> writeAndAnnounce(List<NewProcess> processes) {
        return await(processes, pool.withConnection(connection -> {
            // It is on its way from here on, and the hint behind it.
            CompletionStage<RowSet<Row>> writing = write(connection, processes).subscribeAsCompletionStage();
            Runnable onceCommitted = hints.announceBehind(connection);
            return Uni.createFrom().completionStage(writing).invoke(onceCommitted);
        }));
    }

    private static Uni<RowSet<Row>> write(SqlClient client, List<NewProcess> processes) {
        return client.preparedQuery(INSERT).execute(parameters(processes));
    }

    private RowSet<Row> await(List<NewProcess> processes, Uni<RowSet<Row>> written) {
        try {
            return written.await().indefinitely();
        } catch (PgException refused) {
            throw LOCK.equals(refused.getConstraint()) ? busy(processes) : refused;
        }
    }

    /** Asks on another connection: the transaction that was refused answers no more. */
    private OrchestratorException busy(List<NewProcess> processes) {
        UUID[] subscriptions = processes.stream()
                .map(NewProcess::changesSubscription)
                .filter(Objects::nonNull)
                .toArray(UUID[]::new);
        for (Row holder : pool.preparedQuery(HOLDER)
                .execute(Tuple.of(subscriptions))
                .await()
                .indefinitely()) {
            return new SubscriptionHeld(holder.getUUID("changes_subscription"), holder.getUUID("pid"));
        }
        return new OrchestratorException(
                ErrorCode.SUBSCRIPTION_BUSY,
                "The subscription was held by another process, which has ended by now. Start again");
    }

    private static OrchestratorException notWritten(SqlClient client, List<NewProcess> processes, RowSet<Row> written) {
        Row settings = client.query(IS_LOCKED)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next();
        if (settings.getBoolean("global_lock")) {
            return new OrchestratorException(
                    ErrorCode.ENGINE_LOCKED,
                    "Can't start a process: the engine is locked; unlock it in the settings first");
        }
        Set<String> unknown =
                new HashSet<>(processes.stream().map(NewProcess::workflowName).toList());
        written.forEach(row -> unknown.remove(row.getString("workflow")));
        return new OrchestratorException(
                ErrorCode.INCONSISTENT_DATA,
                "Workflow " + unknown + " is registered but not in the database; run 'db migrate-workflows'");
    }

    private static Tuple parameters(List<NewProcess> processes) {
        return Tuple.tuple()
                .addArrayOfUUID(column(processes, NewProcess::processId, UUID[]::new))
                .addArrayOfString(column(processes, NewProcess::workflowName, String[]::new))
                .addArrayOfInteger(column(processes, NewProcess::workflowVersion, Integer[]::new))
                .addArrayOfBoolean(column(processes, NewProcess::isTask, Boolean[]::new))
                .addArrayOfString(column(processes, NewProcess::createdBy, String[]::new))
                .addArrayOfUUID(column(processes, process -> process.start().stepId(), UUID[]::new))
                .addArrayOfString(column(processes, process -> process.start().key(), String[]::new))
                .addArrayOfString(column(processes, process -> process.start().name(), String[]::new))
                .addArrayOfString(
                        column(processes, process -> process.start().status().wireName(), String[]::new))
                .addArrayOfString(
                        column(processes, process -> process.start().changes().toText(), String[]::new))
                .addArrayOfOffsetDateTime(column(
                        processes,
                        process -> process.start().startedAt().atOffset(ZoneOffset.UTC),
                        OffsetDateTime[]::new))
                .addArrayOfString(column(processes, process -> Json.write(process.input()), String[]::new))
                .addArrayOfUUID(column(processes, NewProcess::changesSubscription, UUID[]::new))
                .addArrayOfString(column(processes, NewProcess::concurrencyKey, String[]::new))
                .addArrayOfUUID(column(processes, ofParent(Parent::processId), UUID[]::new))
                .addArrayOfString(column(processes, ofParent(Parent::stepRun), String[]::new))
                .addArrayOfInteger(column(processes, ofParent(Parent::item), Integer[]::new));
    }

    private static <T> Function<NewProcess, T> ofParent(Function<Parent, T> value) {
        return process -> process.parent() == null ? null : value.apply(process.parent());
    }

    private static <T> T[] column(
            List<NewProcess> processes, Function<NewProcess, T> value, Function<Integer, T[]> array) {
        return processes.stream().map(value).toList().toArray(array.apply(0));
    }
}
