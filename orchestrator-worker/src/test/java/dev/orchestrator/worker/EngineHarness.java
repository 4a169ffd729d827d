package dev.orchestrator.worker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.evolution.SecondLook;
import dev.orchestrator.evolution.postgres.PostgresProcessShapes;
import dev.orchestrator.form.FormReply;
import dev.orchestrator.process.AbortProcess;
import dev.orchestrator.process.Claim;
import dev.orchestrator.process.Operator;
import dev.orchestrator.process.ProcessQueue;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.process.ReceiveCallback;
import dev.orchestrator.process.ResumeProcess;
import dev.orchestrator.process.StartContexts;
import dev.orchestrator.process.StartProcess;
import dev.orchestrator.process.operator.ActOnProcess;
import dev.orchestrator.process.operator.OperatorAction;
import dev.orchestrator.process.postgres.PostgresNewProcesses;
import dev.orchestrator.process.postgres.PostgresProcessQueue;
import dev.orchestrator.process.postgres.PostgresProcessRepository;
import dev.orchestrator.process.postgres.PostgresQueueHints;
import dev.orchestrator.state.Json;
import dev.orchestrator.subscription.ProductCatalog;
import dev.orchestrator.subscription.postgres.PostgresSubscriptionRepository;
import dev.orchestrator.testkit.SchemaScripts;
import dev.orchestrator.testkit.TestDatabase;
import dev.orchestrator.workflow.DefaultVersions;
import dev.orchestrator.workflow.Workflow;
import dev.orchestrator.workflow.WorkflowRegistry;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An engine over a database of its own, driven by verbs: nothing runs unless a test says so. */
final class EngineHarness implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final Operator TESTER = Operator.of("tester");

    final TestDatabase database = TestDatabase.create(SchemaScripts.all());
    private final EngineParts parts;
    final Pool pool;
    final Pool engine;
    final PostgresProcessRepository processes;
    final PostgresProcessQueue queue;
    PostgresQueueHints hints;
    final PostgresSubscriptionRepository subscriptions;
    final StartContexts contexts;
    final Vertx vertx;
    private final Clock clock = Clock.systemUTC();
    private WorkflowRegistry workflows;

    EngineHarness(List<? extends ProductCatalog> catalogs, Workflow... workflows) {
        parts = new EngineParts(EngineParts.Address.of(database), catalogs);
        pool = parts.pool;
        engine = parts.engine;
        processes = parts.processes;
        queue = parts.queue;
        hints = parts.hints;
        subscriptions = parts.subscriptions;
        contexts = parts.contexts;
        vertx = parts.vertx;
        deploy(workflows);
    }

    EngineHarness(Workflow... workflows) {
        this(List.of(), workflows);
    }

    /** Replaces the code, as a rollout would. */
    void deploy(Workflow... deployed) {
        deploy(DefaultVersions.none(), deployed);
    }

    void deploy(DefaultVersions defaults, Workflow... deployed) {
        workflows = new WorkflowRegistry(Arrays.asList(deployed), defaults);
        for (Workflow workflow : deployed) {
            database.execute(
                    "INSERT INTO workflows (name, target, is_task, description) VALUES ('%s', '%s', %s, '%s') ON CONFLICT DO NOTHING"
                            .formatted(
                                    workflow.name(),
                                    workflow.target(),
                                    workflow.target().isTask(),
                                    workflow.description()));
        }
    }

    ReceiveCallback callbacks() {
        return new ReceiveCallback(workflows, processes, hints, clock);
    }

    WorkflowRegistry workflows() {
        return workflows;
    }

    UUID start(String workflow, JsonNode... pages) {
        StartProcess.Reply reply = pages.length == 0 ? tryStart(workflow, Json.object()) : tryStart(workflow, pages);
        return ((StartProcess.Reply.Started) reply).processId();
    }

    StartProcess.Reply tryStart(String workflow, JsonNode... pages) {
        return new StartProcess(workflows, contexts, new PostgresNewProcesses(pool, hints), processes, clock)
                .start(workflow, List.of(pages), TESTER);
    }

    Optional<FormReply> resume(UUID processId, JsonNode... pages) {
        return new ResumeProcess(workflows, processes, hints, clock).resume(processId, List.of(pages), TESTER);
    }

    void act(UUID processId, OperatorAction action) {
        act(processId, action, TESTER);
    }

    void act(UUID processId, OperatorAction action, Operator operator) {
        new ActOnProcess(workflows, processes, hints, clock).act(processId, action, operator);
    }

    void abort(UUID processId) {
        new AbortProcess(workflows, processes, clock).abort(processId, TESTER);
    }

    /** As a worker of that name would, which then does nothing with it. */
    List<Claim> claim(String worker, int limit, Duration lease) {
        return queue.claim(new ProcessQueue.Claimer(worker, lease, EngineParts.LOST_LEASE_LIMIT), registered(), limit);
    }

    Worker worker() {
        return worker(LEASE);
    }

    Worker worker(Duration lease) {
        return parts.worker(workflows, hints, lease);
    }

    /** A rollout: the code is replaced, and a worker that has it starts and runs what is due. */
    void restartWith(Workflow... deployed) {
        deploy(deployed);
        restart();
    }

    /** Starts a worker anew, with the code as it is. */
    void restart() {
        new SecondLook(new PostgresProcessShapes(pool), workflows, hints).atStart();
        runUntilIdle();
    }

    /** Runs whatever is due, and what becomes due by that, in a worker of its own. */
    void runUntilIdle() {
        try (Worker.Session session = worker().session()) {
            session.runUntilIdle();
        }
    }

    ProcessRecord record(UUID processId) {
        return processes.get(processId);
    }

    ProcessStatus status(UUID processId) {
        return record(processId).process().status();
    }

    /** The rows as {@code key:status}. */
    List<String> steps(UUID processId) {
        return record(processId).steps().stream().map(EngineHarness::line).toList();
    }

    private static String line(ProcessStep step) {
        return step.key() + ":" + step.status().wireName();
    }

    ProcessQueue.Registered registered() {
        return ProcessQueue.Registered.of(workflows.versions());
    }

    @Override
    public void close() {
        parts.close();
        database.close();
    }
}
