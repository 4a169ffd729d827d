package dev.orchestrator.worker;

import static dev.orchestrator.subscription.SubscriptionLifecycle.ACTIVE;
import static dev.orchestrator.subscription.SubscriptionLifecycle.PROVISIONING;
import static dev.orchestrator.subscription.SubscriptionLifecycle.TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.form.Form;
import dev.orchestrator.form.FormReply;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.StartProcess;
import dev.orchestrator.product.Product;
import dev.orchestrator.state.Json;
import dev.orchestrator.subscription.ProductBlock;
import dev.orchestrator.subscription.ProductCatalog;
import dev.orchestrator.subscription.RequiredFrom;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.workflow.CreateWorkflow;
import dev.orchestrator.workflow.ModifyNote;
import dev.orchestrator.workflow.ModifyWorkflow;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.TerminateWorkflow;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionWorkflowsTest {
    public static class PortBlock extends ProductBlock {
        @RequiredFrom(PROVISIONING)
        public String portName;

        public Long portId;
    }

    public static class Port extends SubscriptionModel {
        public PortBlock port;
    }

    record PortInput(String portName) {}

    static final class CreatePort extends CreateWorkflow<Port> {
        private final boolean givesId;

        CreatePort(boolean givesId) {
            this.givesId = givesId;
        }

        @Override
        protected Form form(Product product) {
            return Form.page(product.name(), PortInput.class);
        }

        @Override
        public StepList steps() {
            return create(PortInput.class, CreatePort::initialize)
                    .step("provision-port", "Provision port", port -> port.port.portId = givesId ? 7L : null)
                    .moveTo(ACTIVE)
                    .unlock();
        }

        private static void initialize(Port port, PortInput input) {
            port.port.portName = input.portName();
            port.description("Port " + input.portName());
            port.moveTo(PROVISIONING);
        }
    }

    static final class ModifyPort extends ModifyWorkflow<Port> {
        @Override
        protected Form form(Port port) {
            return Form.page("Modify", PortInput.class).defaults(new PortInput(port.port.portName));
        }

        @Override
        public StepList steps() {
            return modify().step("rename-port", "Rename port", (port, state) -> {
                        port.port.portName = state.as(PortInput.class).portName();
                        return state;
                    })
                    .unlock();
        }
    }

    static final class TerminatePort extends TerminateWorkflow<Port> {
        @Override
        public StepList steps() {
            return terminate().moveTo(TERMINATED).unlock();
        }
    }

    private static final ProductCatalog PORTS = () -> Map.of("Port", Port.class);

    private EngineHarness engine;

    @BeforeEach
    void setUp() {
        engine = new EngineHarness(
                List.of(PORTS), new CreatePort(true), new ModifyPort(), new TerminatePort(), new ModifyNote());
        engine.database.execute("""
                INSERT INTO products (name, description, product_type, tag) VALUES ('Port', 'A port', 'Port', 'PORT');
                INSERT INTO product_blocks (name, description, tag) VALUES ('PortBlock', 'A port', 'PB');
                INSERT INTO resource_types (resource_type) VALUES ('port_name'), ('port_id');
                INSERT INTO product_product_blocks SELECT product_id, product_block_id FROM products, product_blocks;
                INSERT INTO product_block_resource_types SELECT product_block_id, resource_type_id FROM product_blocks, resource_types;
                INSERT INTO products_workflows SELECT product_id, workflow_id FROM products, workflows WHERE NOT is_task;
                """);
    }

    @AfterEach
    void tearDown() {
        engine.close();
    }

    @Test
    void createsASubscriptionThatIsActiveAndInSync() {
        UUID process = engine.start("create_port", product(), name("A"));

        engine.runUntilIdle();

        assertThat(engine.steps(process))
                .containsExactly(
                        "start:success",
                        "create-subscription:success",
                        "link-subscription:success",
                        "initialize-subscription:success",
                        "provision-port:success",
                        "set-subscription-active:success",
                        "unlock-subscription:success",
                        "done:complete");
        Port port = (Port) engine.subscriptions.load(subscriptionOf(process));
        assertThat(port.status()).isEqualTo(ACTIVE);
        assertThat(port.insync()).isTrue();
        assertThat(port.port.portId).isEqualTo(7L);
        assertThat(port.description()).isEqualTo("Port A");
    }

    @Test
    void keepsTheModelInTheState() {
        UUID process = engine.start("create_port", product(), name("A"));

        engine.runUntilIdle();

        JsonNode subscription =
                engine.record(process).state().get("subscription").orElseThrow();
        assertThat(subscription.at("/port/port_name").asText()).isEqualTo("A");
        assertThat(subscription.get("status").asText()).isEqualTo("active");
        Port port = (Port) engine.subscriptions.load(subscriptionOf(process));
        assertThat(subscription.get("version").asInt()).isEqualTo(port.version());
    }

    @Test
    void failsWhenTheModelLacksWhatItsLifecycleDemands() {
        engine.deploy(new CreatePort(false));
        UUID process = engine.start("create_port", product(), name("A"));

        engine.runUntilIdle();

        assertThat(engine.status(process)).isEqualTo(ProcessStatus.FAILED);
        assertThat(engine.steps(process)).endsWith("set-subscription-active:failed");
        assertThat(engine.record(process).process().failedReason()).contains("port.port_id");
        Port port = (Port) engine.subscriptions.load(subscriptionOf(process));
        assertThat(port.status()).isEqualTo(PROVISIONING);
        assertThat(port.insync()).isFalse();
    }

    @Test
    void modifiesWhileTheSubscriptionIsLocked() {
        UUID subscription = active("A");

        UUID process =
                engine.start("modify_port", Json.object().put("subscription_id", subscription.toString()), name("B"));
        engine.runUntilIdle();

        assertThat(engine.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(((Port) engine.subscriptions.load(subscription)).port.portName)
                .isEqualTo("B");
        assertThat(engine.record(process)
                        .state()
                        .get("__old_subscriptions__")
                        .orElseThrow()
                        .at("/" + subscription + "/port/port_name")
                        .asText())
                .isEqualTo("A");
    }

    @Test
    void terminates() {
        UUID subscription = active("A");

        engine.start("terminate_port", Json.object().put("subscription_id", subscription.toString()), Json.object());
        engine.runUntilIdle();

        assertThat(engine.subscriptions.load(subscription).status()).isEqualTo(TERMINATED);
        assertThat(engine.subscriptions.load(subscription).endDate()).isNotNull();
    }

    @Test
    void refusesAStaleVersion() {
        UUID subscription = active("A");

        FormReply reply = asked(
                "modify_port",
                Json.object().put("subscription_id", subscription.toString()).put("version", 1),
                name("B"));

        int current = engine.subscriptions.load(subscription).version();
        assertThat(reply)
                .isInstanceOfSatisfying(
                        FormReply.Invalid.class,
                        invalid -> assertThat(invalid.errors().getFirst().msg())
                                .contains("Stale data: given version (1) does not match the current version (" + current
                                        + ")"));
    }

    @Test
    void refusesASubscriptionThatIsOutOfSync() {
        UUID subscription = active("A");
        engine.subscriptions.setInsync(subscription, false);

        FormReply reply = asked("modify_port", Json.object().put("subscription_id", subscription.toString()));

        assertThat(reply).isInstanceOf(FormReply.Invalid.class);
    }

    @Test
    void changesTheNoteOfASubscriptionThatIsOutOfSync() {
        UUID subscription = active("A");
        engine.subscriptions.setInsync(subscription, false);

        engine.start(
                "modify_note",
                Json.object().put("subscription_id", subscription.toString()),
                Json.object().put("note", "mind the gap"));
        engine.runUntilIdle();

        assertThat(engine.subscriptions.load(subscription).note()).isEqualTo("mind the gap");
    }

    @Test
    void failsTheLockOfASubscriptionThatAnotherProcessHolds() {
        UUID subscription = active("A");
        UUID process =
                engine.start("modify_port", Json.object().put("subscription_id", subscription.toString()), name("B"));
        engine.subscriptions.setInsync(subscription, false);

        engine.runUntilIdle();

        assertThat(engine.status(process)).isEqualTo(ProcessStatus.FAILED);
        assertThat(engine.record(process).process().failedReason()).contains("already out of sync");
    }

    private UUID active(String name) {
        UUID process = engine.start("create_port", product(), name(name));
        engine.runUntilIdle();
        return subscriptionOf(process);
    }

    private UUID subscriptionOf(UUID process) {
        return UUID.fromString(engine.record(process).state().text("subscription_id"));
    }

    private ObjectNode product() {
        String id = engine.database
                .query("SELECT product_id FROM products")
                .getFirst()
                .getFirst();
        return Json.object().put("product", id);
    }

    private static ObjectNode name(String name) {
        return Json.object().put("port_name", name);
    }

    private FormReply asked(String workflow, ObjectNode... pages) {
        return ((StartProcess.Reply.Asks) engine.tryStart(workflow, pages)).form();
    }
}
