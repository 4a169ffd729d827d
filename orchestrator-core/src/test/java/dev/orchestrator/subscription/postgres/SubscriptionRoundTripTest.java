package dev.orchestrator.subscription.postgres;

import static dev.orchestrator.subscription.SubscriptionLifecycle.ACTIVE;
import static dev.orchestrator.subscription.SubscriptionLifecycle.TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.product.IpPrefix;
import dev.orchestrator.subscription.Network.Circuit;
import dev.orchestrator.subscription.Network.Node;
import dev.orchestrator.subscription.Network.NodeBlock;
import dev.orchestrator.subscription.Network.PortBlock;
import dev.orchestrator.subscription.Network.Speed;
import dev.orchestrator.subscription.ProductBlock;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import dev.orchestrator.subscription.Workshop;
import dev.orchestrator.subscription.Workshop.Affiliation;
import dev.orchestrator.subscription.Workshop.User;
import dev.orchestrator.subscription.Workshop.UserBlock;
import dev.orchestrator.subscription.Workshop.UserGroup;
import dev.orchestrator.subscription.Workshop.UserGroupBlock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is saved is what is loaded, with one statement each, whatever the shape. */
class SubscriptionRoundTripTest {
    private static Subscriptions subscriptions;

    @BeforeAll
    static void open() {
        subscriptions = new Subscriptions();
    }

    @AfterAll
    static void close() {
        subscriptions.close();
    }

    @Test
    void createsAModelWithItsFixedInputsAndRootBlocksButStoresNothing() {
        User user = subscriptions.create(User.class, "User external");

        assertThat(user.affiliation).isEqualTo(Affiliation.EXTERNAL);
        assertThat(user.user).isNotNull();
        assertThat(user.user.group).isNull();
        assertThat(user.user.ownerSubscriptionId()).isEqualTo(user.subscriptionId());
        assertThat(user.status()).isEqualTo(SubscriptionLifecycle.INITIAL);
        assertThat(user.insync()).isFalse();
        assertThat(user.version()).isZero();
        assertThat(subscriptions.repository.summary(user.subscriptionId())).isEmpty();
    }

    @Test
    void keepsTheFieldsOfTheSubscription() {
        UserGroup group = subscriptions.savedGroup("Alpha");
        group.userGroup.groupId = 5L;
        group.userGroup.label("first");
        group.moveTo(ACTIVE);
        group.insync(true);
        group.note("with care");
        subscriptions.repository.save(group);

        UserGroup loaded = subscriptions.reload(group);

        assertThat(loaded.subscription()).isEqualTo(group.subscription());
        assertThat(loaded.description()).isEqualTo("User Group Alpha");
        assertThat(loaded.customerId()).isEqualTo(Workshop.CUSTOMER);
        assertThat(loaded.status()).isEqualTo(ACTIVE);
        assertThat(loaded.startDate()).isEqualTo(Subscriptions.CLOCK.instant());
        assertThat(loaded.endDate()).isNull();
        assertThat(loaded.insync()).isTrue();
        assertThat(loaded.note()).isEqualTo("with care");
        assertThat(loaded.version()).isEqualTo(2);
        assertThat(loaded.product().name()).isEqualTo("User Group");
        assertThat(loaded.userGroup.label()).isEqualTo("first");
        assertThat(loaded.userGroup.subscriptionInstanceId()).isEqualTo(group.userGroup.subscriptionInstanceId());
    }

    @Test
    void keepsValuesOfEveryType() throws UnknownHostException {
        Circuit circuit = subscriptions.create(Circuit.class, "Circuit");
        PortBlock port = circuit.aSide;
        port.portName = "ge-0/0/0 \"quoted\" ünï 🚀";
        port.vlan = 4094;
        port.octets = 9_007_199_254_740_993L;
        port.enabled = true;
        port.inventoryId = UUID.fromString("6a1c0000-0000-4000-8000-000000000001");
        port.speed = Speed.FAST;
        port.deliveredOn = LocalDate.parse("2026-02-28");
        port.seenAt = Instant.parse("2026-02-28T23:59:59.123456Z");
        port.plannedAt = OffsetDateTime.parse("2026-02-28T23:59:59+02:00");
        port.address = InetAddress.getByName("2001:db8::1");
        port.prefix = IpPrefix.of("10.1.0.0/16");
        port.tags = List.of("b", "a", "b");
        port.vlans = List.of(3, 1, 2);
        subscriptions.repository.save(circuit);

        PortBlock loaded = subscriptions.reload(circuit).aSide;

        assertThat(loaded).usingRecursiveComparison().ignoringFields("stored").isEqualTo(port);
        assertThat(loaded.speed).isEqualTo(Speed.FAST);
        assertThat(subscriptions.query("""
                        SELECT t.resource_type, v.value
                        FROM subscription_instance_values v JOIN resource_types t USING (resource_type_id)
                        WHERE v.subscription_instance_id = '%s' AND t.resource_type IN ('enabled', 'speed', 'address')
                        ORDER BY 1""".formatted(port.subscriptionInstanceId())))
                .containsExactly(
                        List.of("address", "2001:db8::1"), List.of("enabled", "True"), List.of("speed", "fast"));
    }

    @Test
    void leavesAbsentValuesAbsentAndListsEmpty() {
        Circuit circuit = subscriptions.create(Circuit.class, "Circuit");
        subscriptions.repository.save(circuit);

        Circuit loaded = subscriptions.reload(circuit);

        assertThat(loaded.aSide.portName).isNull();
        assertThat(loaded.aSide.tags).isEmpty();
        assertThat(loaded.via).isEmpty();
    }

    @Test
    void tellsRootsOfTheSameBlockApartAndKeepsTheOrderOfAList() {
        Circuit circuit = subscriptions.create(Circuit.class, "Circuit");
        circuit.aSide.portName = "a";
        circuit.bSide.portName = "b";
        for (String name : List.of("z", "y", "x")) {
            circuit.via.add(node(name));
        }
        subscriptions.repository.save(circuit);

        Circuit loaded = subscriptions.reload(circuit);
        loaded.via.add(0, loaded.via.remove(2));
        subscriptions.repository.save(loaded);

        assertThat(loaded.aSide.portName).isEqualTo("a");
        assertThat(loaded.bSide.portName).isEqualTo("b");
        assertThat(subscriptions.reload(circuit).via)
                .extracting(node -> node.nodeName)
                .containsExactly("x", "z", "y");
    }

    @Test
    void refersToABlockOfAnotherSubscription() {
        UserGroup group = subscriptions.savedGroup("Beta");
        User user = subscriptions.savedUser("ada", subscriptions.reload(group));

        User loaded = subscriptions.reload(user);

        assertThat(loaded.user.group.groupName).isEqualTo("Beta");
        assertThat(loaded.user.group.ownerSubscriptionId()).isEqualTo(group.subscriptionId());
        assertThat(loaded.user.ownerSubscriptionId()).isEqualTo(user.subscriptionId());
    }

    @Test
    void loadsABlockToReferTo() {
        UserGroup group = subscriptions.savedGroup("Gamma");

        UserGroupBlock block =
                subscriptions.repository.loadBlock(UserGroupBlock.class, group.userGroup.subscriptionInstanceId());

        assertThat(block.groupName).isEqualTo("Gamma");
        assertThat(block.ownerSubscriptionId()).isEqualTo(group.subscriptionId());
        assertThatThrownBy(() -> subscriptions.repository.loadBlock(UserBlock.class, block.subscriptionInstanceId()))
                .hasMessageContaining("is a UserGroupBlock, not a UserBlock");
        assertThatThrownBy(() -> subscriptions.repository.loadBlock(UserBlock.class, UUID.randomUUID()))
                .hasMessageContaining("There is no block");
    }

    @Test
    void keepsTheOwnerOfABlockWhoseSubscriptionIsTerminated() {
        UserGroup group = subscriptions.savedGroup("Delta");
        User user = subscriptions.savedUser("bob", group);
        UserGroup terminated = subscriptions.reload(group);
        terminated.moveTo(TERMINATED);
        subscriptions.repository.save(terminated);

        User loaded = subscriptions.reload(user);
        loaded.user.age = 40;
        subscriptions.repository.save(loaded);

        assertThat(terminated.endDate()).isEqualTo(Subscriptions.CLOCK.instant());
        assertThat(subscriptions.reload(user).user.group.ownerSubscriptionId()).isEqualTo(group.subscriptionId());
        assertThat(subscriptions.reload(terminated).userGroup.groupName).isEqualTo("Delta");
    }

    @Test
    void makesOneObjectOfABlockThatIsUsedTwice() {
        Node node = savedNode("diamond");
        PortBlock shared = new PortBlock();
        shared.portName = "shared";
        node.node.ports.add(shared);
        node.node.uplink = shared;
        subscriptions.repository.save(node);

        Node loaded = subscriptions.reload(node);

        assertThat(loaded.node.uplink).isSameAs(loaded.node.ports.getFirst());
        assertThat(loaded.blocks()).hasSize(2);
    }

    @Test
    void loadsACycleBetweenSubscriptions() {
        Node one = savedNode("one");
        Node two = savedNode("two");
        one.node.parent = two.node;
        subscriptions.repository.save(one);
        Node reloaded = subscriptions.reload(two);
        reloaded.node.parent = subscriptions.reload(one).node;
        subscriptions.repository.save(reloaded);

        Node loaded = subscriptions.reload(one);

        assertThat(loaded.node.parent.nodeName).isEqualTo("two");
        assertThat(loaded.node.parent.parent).isSameAs(loaded.node);
        assertThat(loaded.node.parent.ownerSubscriptionId()).isEqualTo(two.subscriptionId());
        assertThat(loaded.toJson().at("/node/parent/parent/node_name").isMissingNode())
                .isTrue();
    }

    @Test
    void loadsAndSavesADeepTreeWithOneStatementEach() {
        Node tree = subscriptions.create(Node.class, "Node");
        tree.node.nodeName = "root";
        NodeBlock parent = tree.node;
        for (int depth = 0; depth < 4; depth++) {
            for (int i = 0; i < 50; i++) {
                PortBlock port = new PortBlock();
                port.portName = "port " + depth + "/" + i;
                parent.ports.add(port);
            }
            NodeBlock child = node("child " + depth);
            parent.children.add(child);
            parent = child;
        }
        int before = subscriptions.counted.count();
        subscriptions.repository.save(tree);
        assertThat(subscriptions.counted.count() - before).isEqualTo(1);

        Node loaded = subscriptions.repository.load(Node.class, tree.subscriptionId());

        assertThat(subscriptions.counted.count() - before).isEqualTo(2);
        assertThat(loaded.blocks()).hasSize(1 + 4 * 51);
        NodeBlock third =
                loaded.node.children.getFirst().children.getFirst().children.getFirst();
        assertThat(third.ports)
                .hasSize(50)
                .last()
                .extracting(port -> port.portName)
                .isEqualTo("port 3/49");
    }

    @Test
    void loadsAChainLongerThanAnyStack() {
        Node tree = subscriptions.create(Node.class, "Node");
        NodeBlock last = tree.node;
        last.nodeName = "0";
        for (int i = 1; i < 5_000; i++) {
            last.parent = node(Integer.toString(i));
            last = last.parent;
        }
        subscriptions.repository.save(tree);

        List<ProductBlock> blocks = new ArrayList<>(subscriptions.reload(tree).blocks());

        assertThat(blocks).hasSize(5_000);
        assertThat(((NodeBlock) blocks.getLast()).nodeName).isEqualTo("4999");
    }

    @Test
    void readsWhatOrchestratorCoreWrote() {
        String subscription = "7d5f0000-0000-4000-8000-000000000001";
        subscriptions.database.execute("""
                INSERT INTO subscriptions (subscription_id, description, status, product_id, customer_id)
                SELECT '%1$s', 'legacy', 'initial', product_id, 'c' FROM products WHERE name = 'Node';
                INSERT INTO subscription_instances (subscription_instance_id, subscription_id, product_block_id)
                SELECT '00000000-0000-4000-8000-00000000000a', '%1$s', product_block_id FROM product_blocks WHERE name = 'NodeBlock';
                INSERT INTO subscription_instances (subscription_instance_id, subscription_id, product_block_id)
                SELECT '00000000-0000-4000-8000-00000000000b', '%1$s', product_block_id FROM product_blocks WHERE name = 'PortBlock';
                INSERT INTO subscription_instance_relations VALUES
                  ('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b', 7, 'ports');
                INSERT INTO subscription_instance_values (subscription_instance_id, resource_type_id, value)
                SELECT '00000000-0000-4000-8000-00000000000b', resource_type_id, '2026-01-01 10:00:00+00:00'
                FROM resource_types WHERE resource_type = 'seen_at';
                INSERT INTO subscription_instance_values (subscription_instance_id, resource_type_id, value)
                SELECT '00000000-0000-4000-8000-00000000000a', resource_type_id, 'old'
                FROM resource_types WHERE resource_type = 'node_name'
                """.formatted(subscription));

        Node node = subscriptions.repository.load(Node.class, UUID.fromString(subscription));

        assertThat(node.node.nodeName).isEqualTo("old");
        assertThat(node.node.ports.getFirst().seenAt).isEqualTo(Instant.parse("2026-01-01T10:00:00Z"));
        node.node.ports.clear();
        subscriptions.repository.save(node);
        assertThat(subscriptions.reload(node).node.ports).isEmpty();
        assertThat(subscriptions.query(
                        "SELECT FROM subscription_instances WHERE subscription_id = '" + subscription + "'"))
                .hasSize(1);
    }

    @Test
    void namesEveryStoredValueThatDoesNotFit() {
        Circuit circuit = subscriptions.create(Circuit.class, "Circuit");
        circuit.aSide.vlan = 1;
        circuit.aSide.enabled = false;
        subscriptions.repository.save(circuit);
        subscriptions.database.execute(
                "UPDATE subscription_instance_values SET value = 'many' WHERE subscription_instance_id = '"
                        + circuit.aSide.subscriptionInstanceId() + "'");

        assertThatThrownBy(() -> subscriptions.reload(circuit))
                .hasMessageContaining("PortBlock.vlan: 'many' is not a valid Integer")
                .hasMessageContaining("PortBlock.enabled: 'many' is not a valid Boolean");
    }

    @Test
    void refusesASubscriptionThatDoesNotExistOrHasAnotherModel() {
        UserGroup group = subscriptions.savedGroup("Epsilon");

        assertThatThrownBy(() -> subscriptions.repository.load(UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        OrchestratorException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNKNOWN_SUBSCRIPTION));
        assertThatThrownBy(() -> subscriptions.repository.load(User.class, group.subscriptionId()))
                .hasMessageContaining("is to the product User Group, whose model is not User");
    }

    private static Node savedNode(String name) {
        Node node = subscriptions.create(Node.class, "Node");
        node.node.nodeName = name;
        subscriptions.repository.save(node);
        return node;
    }

    private static NodeBlock node(String name) {
        NodeBlock node = new NodeBlock();
        node.nodeName = name;
        return node;
    }
}
