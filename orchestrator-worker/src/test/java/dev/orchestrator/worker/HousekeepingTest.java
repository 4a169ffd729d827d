package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.form.FormReply;
import dev.orchestrator.housekeeping.HousekeepingSettings;
import dev.orchestrator.housekeeping.ProductChecks;
import dev.orchestrator.housekeeping.StartValidations;
import dev.orchestrator.housekeeping.TaskArchiveProcesses;
import dev.orchestrator.housekeeping.TaskCleanUpTasks;
import dev.orchestrator.housekeeping.TaskResumeWorkflows;
import dev.orchestrator.housekeeping.TaskValidateAwaitingCallbacks;
import dev.orchestrator.housekeeping.TaskValidateProductType;
import dev.orchestrator.housekeeping.TaskValidateProducts;
import dev.orchestrator.housekeeping.TaskValidateSubscriptions;
import dev.orchestrator.housekeeping.postgres.PostgresHousekeeping;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.StartProcess;
import dev.orchestrator.process.postgres.PostgresNewProcesses;
import dev.orchestrator.product.postgres.PostgresProductRepository;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.subscription.ProductBlock;
import dev.orchestrator.subscription.ProductCatalog;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.workflow.Backoff;
import dev.orchestrator.workflow.ModifyNote;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.ValidateWorkflow;
import dev.orchestrator.workflow.Workflow;
import dev.orchestrator.workflow.WorkflowRegistry;
import dev.orchestrator.workflow.postgres.PostgresStoredWorkflows;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
    public static class PortBlock extends ProductBlock {
        public String portName;
    }

    public static class Port extends SubscriptionModel {
        public PortBlock port;
    }

    static final class ValidatePort extends ValidateWorkflow<Port> {
        @Override
        public StepList steps() {
            return validate().unlock();
        }
    }

    private static final ProductCatalog PORTS = () -> Map.of("Port", Port.class);
    private static final HousekeepingSettings SETTINGS = new HousekeepingSettings() {
        @Override
        public Duration removeTasksAfter() {
            return Duration.ofDays(7);
        }

        @Override
        public Duration archiveProcessesAfter() {
            return Duration.ofDays(180);
        }
    };

    private final AtomicBoolean ready = new AtomicBoolean();
    private EngineHarness engine;
    private List<Workflow> workflows;

    @BeforeEach
    void open() {
        engine = new EngineHarness(List.of(PORTS));
        PostgresHousekeeping housekeeping = new PostgresHousekeeping(engine.pool);
        PostgresProductRepository products = new PostgresProductRepository(engine.pool);
        StartValidations validations = new StartValidations(
                housekeeping,
                () -> new StartProcess(
                        new WorkflowRegistry(workflows),
                        engine.contexts,
                        new PostgresNewProcesses(engine.pool, engine.hints),
                        engine.processes,
                        Clock.systemUTC()),
                new PostgresNewProcesses(engine.pool, engine.hints));
        workflows = List.of(
                new TaskCleanUpTasks(housekeeping, SETTINGS),
                new TaskArchiveProcesses(housekeeping, SETTINGS),
                new TaskResumeWorkflows(housekeeping),
                new TaskValidateAwaitingCallbacks(housekeeping),
                new TaskValidateSubscriptions(validations),
                new TaskValidateProductType(validations, housekeeping),
                new TaskValidateProducts(new ProductChecks(
                        housekeeping,
                        new PostgresStoredWorkflows(engine.pool),
                        () -> new WorkflowRegistry(workflows),
                        new ProductRegistry(List.of(PORTS)),
                        products,
                        engine.subscriptions)),
                new ModifyNote(),
                new ValidatePort(),
                new TestTask("task_quick", steps -> steps.done()),
                new TestTask(
                        "task_waiting",
                        steps -> steps.retryStep(
                                        "wait",
                                        "Wait",
                                        new Backoff(Duration.ofHours(1), Duration.ofHours(1), 5),
                                        state -> whenReady())
                                .done()));
        engine.deploy(workflows.toArray(Workflow[]::new));
        engine.database.execute("""
                INSERT INTO products (name, description, product_type, tag) VALUES ('Port', 'A port', 'Port', 'PORT');
                INSERT INTO product_blocks (name, description, tag) VALUES ('PortBlock', 'A port', 'PB');
                INSERT INTO resource_types (resource_type) VALUES ('port_name');
                INSERT INTO product_product_blocks SELECT product_id, product_block_id FROM products, product_blocks;
                INSERT INTO product_block_resource_types SELECT product_block_id, resource_type_id FROM product_blocks, resource_types;
                INSERT INTO products_workflows SELECT product_id, workflow_id FROM products, workflows
                WHERE workflows.name IN ('modify_note', 'validate_port');
                """);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void removesTasksThatEndedLongAgo() {
        UUID old = finished("task_quick");
        UUID recent = finished("task_quick");
        UUID failed = finished("task_quick");
        age(old, "8 days");
        age(recent, "6 days");
        age(failed, "8 days");
        engine.database.execute("UPDATE processes SET last_status = 'failed' WHERE pid = '%s'".formatted(failed));

        assertThat(stateOf(run("task_clean_up_tasks")).path("tasks_removed").asInt())
                .isEqualTo(1);

        assertThat(engine.processes.find(old)).isEmpty();
        assertThat(engine.processes.find(recent)).isPresent();
        assertThat(engine.processes.find(failed)).isPresent();
    }

    @Test
    void keepsTheLastSuccessfulValidationOfASubscription() {
        UUID subscription = activePort();
        UUID first = finished("validate_port", subscription);
        UUID last = finished("validate_port", subscription);
        age(first, "9 days");
        age(last, "8 days");

        run("task_clean_up_tasks");

        assertThat(engine.processes.find(first)).isEmpty();
        assertThat(engine.processes.find(last)).isPresent();
    }

    @Test
    void archivesProcessesThatEndedLongAgoAndStillShowsThem() {
        List<UUID> old = new ArrayList<>();
        for (int count = 0; count < 3; count++) {
            old.add(finished("task_quick"));
        }
        engine.database.execute("UPDATE processes SET is_task = false");
        UUID recent = finished("task_quick");
        old.forEach(process -> age(process, "181 days"));
        ProcessRecord before = engine.record(old.getFirst());

        assertThat(stateOf(run("task_archive_processes"))
                        .path("processes_archived")
                        .asInt())
                .isEqualTo(3);

        assertThat(engine.record(old.getFirst())).usingRecursiveComparison().isEqualTo(before);
        assertThat(count("archived_processes")).isEqualTo(3);
        assertThat(engine.database.query("SELECT pid FROM processes WHERE pid = '%s'".formatted(recent)))
                .hasSize(1);
        assertThat(engine.database.query("SELECT FROM process_steps WHERE pid = '%s'".formatted(old.getFirst())))
                .isEmpty();
    }

    @Test
    void runsAtOnceWhatWaitsAndWhatHasLostItsPlaceInTheQueue() {
        UUID waiting = engine.start("task_waiting");
        engine.runUntilIdle();
        UUID stuck = engine.start("task_quick");
        engine.database.execute("DELETE FROM process_queue WHERE pid = '%s'".formatted(stuck));
        assertThat(engine.status(waiting)).isEqualTo(ProcessStatus.WAITING);
        ready.set(true);

        UUID task = run("task_resume_workflows");

        assertThat(stateOf(task).path("number_of_resumed_process_ids").asInt()).isEqualTo(1);
        assertThat(stateOf(task).path("created_processes_stuck").asInt()).isEqualTo(1);
        assertThat(stateOf(task).path("number_of_started_process_ids").asInt()).isEqualTo(1);
        assertThat(engine.status(waiting)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(engine.status(stuck)).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void validatesTheSubscriptionsOfAProductType() {
        UUID port = activePort();
        UUID busy = activePort();
        engine.database.execute("UPDATE subscriptions SET insync = false WHERE subscription_id = '%s'".formatted(busy));

        UUID task = engine.start("task_validate_product_type", Json.object().put("product_type", "Port"));
        engine.runUntilIdle();

        assertThat(stateOf(task).path("validations_started").asInt()).isEqualTo(1);
        assertThat(validatedSubscriptions()).containsExactly(List.of(port.toString()));
        assertThat(((StartProcess.Reply.Asks) engine.tryStart("task_validate_product_type", Json.object())).form())
                .isInstanceOf(FormReply.Invalid.class);
        assertThat(((StartProcess.Reply.Asks) engine.tryStart(
                                "task_validate_product_type", Json.object().put("product_type", "Ship")))
                        .form())
                .isInstanceOf(FormReply.Invalid.class);
    }

    @Test
    void validatesAllSubscriptions() {
        UUID port = activePort();

        run("task_validate_subscriptions");

        assertThat(validatedSubscriptions()).containsExactly(List.of(port.toString()));
    }

    @Test
    void findsNothingWrongWhereCodeCatalogueAndSubscriptionsFit() {
        activePort();

        UUID task = run("task_validate_products");

        assertThat(engine.status(task)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(stateOf(task).path("check_subscription_models").asBoolean()).isTrue();
        assertThat(stateOf(task)
                        .path("products_without_at_least_create_modify_terminate_validate_workflows")
                        .toString())
                .isEqualTo("[\"Port\"]");
    }

    @Test
    void namesWhatDoesNotFit() {
        engine.database.execute("INSERT INTO workflows (name, target) VALUES ('create_ship', 'CREATE')");
        UUID task = run("task_validate_products");
        assertThat(engine.record(task).process().failedReason())
                .contains("workflow create_ship is in the database only");

        engine.database.execute("DELETE FROM workflows WHERE name = 'create_ship';"
                + " UPDATE workflows SET target = 'SYSTEM' WHERE name = 'validate_port'");
        engine.resume(task);
        engine.runUntilIdle();
        assertThat(engine.record(task).process().failedReason()).contains("validate_port has target SYSTEM");

        engine.database.execute("UPDATE workflows SET target = 'VALIDATE' WHERE name = 'validate_port';"
                + " DELETE FROM products_workflows WHERE workflow_id ="
                + " (SELECT workflow_id FROM workflows WHERE name = 'modify_note')");
        engine.resume(task);
        engine.runUntilIdle();
        assertThat(engine.record(task).process().failedReason()).contains("Port");
    }

    @Test
    void asksNothingOfWorkflowsThatAreDeleted() {
        engine.database.execute(
                "INSERT INTO workflows (name, target, deleted_at) VALUES ('create_ship', 'CREATE', now())");

        assertThat(engine.status(run("task_validate_products"))).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void namesATargetThatAnotherProgramWrote() {
        engine.database.execute("UPDATE workflows SET target = 'REPAIR' WHERE name = 'validate_port'");

        UUID task = run("task_validate_products");

        assertThat(engine.record(task).process().failedReason())
                .contains(
                        "validate_port has target REPAIR and is_task true in the database, but VALIDATE and true in the code");
    }

    @Test
    void namesADescriptionThatTheCodeHasChanged() {
        engine.database.execute("UPDATE workflows SET description = 'Look at a port' WHERE name = 'validate_port'");

        UUID task = run("task_validate_products");

        assertThat(engine.record(task).process().failedReason())
                .contains(
                        "validate_port has the description 'Look at a port' in the database, but 'Validate port' in the code");
    }

    @Test
    void runsOneAtATime() {
        engine.start("task_clean_up_tasks");

        assertThatThrownBy(() -> engine.start("task_clean_up_tasks")).hasMessageContaining("has not ended");
    }

    @Test
    void findsNoCallbackBeyondItsTimeout() {
        UUID task = run("task_validate_awaiting_callbacks");

        assertThat(stateOf(task).path("overdue_callbacks").asInt(-1)).isZero();
    }

    private State whenReady() {
        if (!ready.get()) {
            throw StepFailure.failed("Not yet");
        }
        return State.empty();
    }

    private UUID run(String workflow) {
        UUID process = engine.start(workflow);
        engine.runUntilIdle();
        return process;
    }

    private UUID finished(String workflow) {
        UUID process = run(workflow);
        assertThat(engine.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        return process;
    }

    private UUID finished(String workflow, UUID subscription) {
        UUID process = engine.start(workflow, Json.object().put("subscription_id", subscription.toString()));
        engine.runUntilIdle();
        assertThat(engine.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        return process;
    }

    private UUID activePort() {
        UUID subscription = UUID.randomUUID();
        engine.database.execute("""
                INSERT INTO subscriptions (subscription_id, description, status, product_id, customer_id, insync)
                SELECT '%1$s', 'A port', 'active', product_id, 'x', true FROM products;
                WITH port AS (
                    INSERT INTO subscription_instances (subscription_id, product_block_id)
                    SELECT '%1$s', product_block_id FROM product_blocks RETURNING subscription_instance_id)
                INSERT INTO subscription_instance_values (subscription_instance_id, resource_type_id, value)
                SELECT subscription_instance_id, resource_type_id, 'A' FROM port, resource_types;
                """.formatted(subscription));
        return subscription;
    }

    private void age(UUID process, String by) {
        engine.database.execute("UPDATE processes SET last_modified_at = now() - interval '%s' WHERE pid = '%s'"
                .formatted(by, process));
    }

    private ObjectNode stateOf(UUID process) {
        return engine.record(process).state().toJson();
    }

    private List<List<String>> validatedSubscriptions() {
        return engine.database.query("""
                SELECT l.subscription_id FROM processes_subscriptions l JOIN processes p USING (pid)
                WHERE l.workflow_target = 'VALIDATE' AND p.last_status = 'completed'
                """);
    }

    private int count(String table) {
        return Integer.parseInt(engine.database
                .query("SELECT count(*) FROM " + table)
                .getFirst()
                .getFirst());
    }
}
