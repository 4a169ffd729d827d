package dev.orchestrator.subscription.postgres;

import static dev.orchestrator.subscription.SubscriptionLifecycle.ACTIVE;
import static dev.orchestrator.subscription.SubscriptionLifecycle.PROVISIONING;
import static dev.orchestrator.subscription.SubscriptionLifecycle.TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.postgres.EngineConnections;
import dev.orchestrator.subscription.Network.Circuit;
import dev.orchestrator.subscription.Network.Node;
import dev.orchestrator.subscription.Network.NodeBlock;
import dev.orchestrator.subscription.Network.PortBlock;
import dev.orchestrator.subscription.SubscriptionRepository;
import dev.orchestrator.subscription.Workshop.User;
import dev.orchestrator.subscription.Workshop.UserGroup;
import io.vertx.pgclient.PgConnectOptions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A save writes what changed, all of it or none, and only to its own subscription. */
class SubscriptionSaveTest {
    private Subscriptions subscriptions;
    private SubscriptionRepository repository;

    @BeforeEach
    void open() {
        subscriptions = new Subscriptions();
        repository = subscriptions.repository;
    }

    @AfterEach
    void close() {
        subscriptions.close();
    }

    @Test
    void writesNothingWhenNothingChanged() {
        User user = subscriptions.savedUser("ada", subscriptions.savedGroup("Alpha"));
        User loaded = subscriptions.reload(user);
        int before = subscriptions.counted.count();

        boolean written = repository.save(loaded);

        assertThat(written).isFalse();
        assertThat(subscriptions.counted.count()).isEqualTo(before);
        assertThat(subscriptions.reload(user).version()).isEqualTo(1);
    }

    @Test
    void touchesOnlyTheRowsThatChanged() {
        Node node = nodeWithPorts(3);
        Node loaded = subscriptions.reload(node);
        List<List<String>> before = rowVersions();

        loaded.node.ports.get(1).portName = "renamed";
        repository.save(loaded);

        List<List<String>> after = rowVersions();
        after.removeAll(before);
        assertThat(after)
                .extracting(List::getFirst)
                .containsExactlyInAnyOrder("subscriptions", "subscription_instance_values");
        assertThat(loaded.version()).isEqualTo(2);
    }

    @Test
    void leavesTheOtherRelationsAloneWhenOneGoes() {
        Node node = nodeWithPorts(4);
        Node loaded = subscriptions.reload(node);
        List<List<String>> before = rowVersions();

        loaded.node.ports.removeFirst();
        repository.save(loaded);

        List<List<String>> after = rowVersions();
        after.removeAll(before);
        assertThat(after).extracting(List::getFirst).containsExactly("subscriptions");
        assertThat(subscriptions.reload(node).node.ports)
                .extracting(port -> port.portName)
                .containsExactly("1", "2", "3");
    }

    @Test
    void savesTheSameModelAgainAndAgain() {
        Node node = nodeWithPorts(2);
        node.node.ports.add(0, port("new"));
        repository.save(node);
        node.node.ports.remove(1);
        node.node.ports.getFirst().tags = List.of("x", "y");
        repository.save(node);
        node.node.ports.getFirst().tags = List.of("y");
        repository.save(node);

        Node loaded = subscriptions.reload(node);

        assertThat(node.version()).isEqualTo(4);
        assertThat(loaded.version()).isEqualTo(4);
        assertThat(loaded.node.ports).extracting(port -> port.portName).containsExactly("new", "1");
        assertThat(loaded.node.ports.getFirst().tags).containsExactly("y");
    }

    @Test
    void loadsAndChangesByStatementsThatTheDriverKeepsPrepared() {
        User saved = subscriptions.savedUser("ada", subscriptions.savedGroup("Alpha"));
        int before = subscriptions.counted.count();

        User user = subscriptions.reload(saved);
        user.user.age = 36;
        repository.save(user);
        user.user.age = 37;
        user.insync(true);
        repository.save(user);

        List<String> statements = subscriptions.counted.statements();
        assertThat(statements.subList(before, statements.size()))
                .hasSize(3)
                .allMatch(EngineConnections.keepPrepared(new PgConnectOptions()).getPreparedStatementCacheSqlFilter());
    }

    @Test
    void clearsAValue() {
        User user = subscriptions.savedUser("ada", subscriptions.savedGroup("Alpha"));
        user.user.age = 36;
        repository.save(user);
        user.user.age = null;
        repository.save(user);

        assertThat(subscriptions.reload(user).user.age).isNull();
    }

    @Test
    void deletesBlocksThatWereTakenOutWithAllThatHungOnThem() {
        Node node = nodeWithPorts(0);
        NodeBlock child = new NodeBlock();
        child.nodeName = "child";
        child.ports.add(port("deep"));
        node.node.children.add(child);
        repository.save(node);

        Node loaded = subscriptions.reload(node);
        loaded.node.children.clear();
        repository.save(loaded);

        assertThat(subscriptions.query("SELECT FROM subscription_instances")).hasSize(1);
        assertThat(subscriptions.query("SELECT FROM subscription_instance_relations"))
                .isEmpty();
    }

    @Test
    void detachesAnotherSubscriptionsBlockWithoutDeletingIt() {
        UserGroup alpha = subscriptions.savedGroup("Alpha");
        UserGroup beta = subscriptions.savedGroup("Beta");
        User user = subscriptions.savedUser("ada", alpha);

        user.user.group = beta.userGroup;
        repository.save(user);

        assertThat(subscriptions.reload(user).user.group.groupName).isEqualTo("Beta");
        assertThat(subscriptions.reload(alpha).userGroup.groupName).isEqualTo("Alpha");
    }

    @Test
    void refusesToRemoveABlockThatAnotherSubscriptionUses() {
        Node provider = nodeWithPorts(1);
        Node consumer = subscriptions.create(Node.class, "Node");
        consumer.node.nodeName = "consumer";
        consumer.node.uplink = provider.node.ports.getFirst();
        repository.save(consumer);

        Node loaded = subscriptions.reload(provider);
        loaded.node.ports.clear();

        assertThatThrownBy(() -> repository.save(loaded))
                .hasMessageContaining("is still used by subscription " + consumer.subscriptionId());
        assertThat(subscriptions.reload(provider).node.ports).hasSize(1);
        assertThat(subscriptions.reload(provider).version()).isEqualTo(1);
    }

    @Test
    void refusesAChangeToAnotherSubscriptionsBlock() {
        UserGroup group = subscriptions.savedGroup("Alpha");
        User user = subscriptions.reload(subscriptions.savedUser("ada", group));

        user.user.group.groupName = "hijacked";

        assertThatThrownBy(() -> repository.save(user))
                .hasMessageContaining(
                        "user.group: belongs to subscription " + group.subscriptionId() + " and was changed");
        assertThat(subscriptions.reload(group).userGroup.groupName).isEqualTo("Alpha");
    }

    @Test
    void refusesANewBlockInsideAnotherSubscriptionsBlock() {
        Node provider = nodeWithPorts(1);
        Node consumer = subscriptions.create(Node.class, "Node");
        consumer.node.nodeName = "consumer";
        consumer.node.parent = provider.node;
        provider.node.ports.add(port("smuggled"));

        assertThatThrownBy(() -> repository.save(consumer))
                .hasMessageContaining("node.parent: belongs to subscription");
    }

    @Test
    void refusesAnotherSubscriptionsBlockAsARoot() {
        UserGroup alpha = subscriptions.savedGroup("Alpha");
        UserGroup beta = subscriptions.create(UserGroup.class, "User Group");
        beta.userGroup = alpha.userGroup;

        assertThatThrownBy(() -> repository.save(beta)).hasMessageContaining("a model's root blocks must be its own");
    }

    @Test
    void refusesTheSecondOfTwoSavesOfTheSameVersion() {
        UserGroup group = subscriptions.savedGroup("Alpha");
        UserGroup first = subscriptions.reload(group);
        UserGroup second = subscriptions.reload(group);
        first.userGroup.groupName = "first";
        second.userGroup.groupName = "second";
        second.description("User Group second");
        repository.save(first);

        assertRefused(
                () -> repository.save(second),
                ErrorCode.VERSION_CONFLICT,
                "Subscription User Group second was changed by somebody else since version 1 was read");
        assertThat(subscriptions.reload(group).userGroup.groupName).isEqualTo("first");
        assertThat(subscriptions.reload(group).description()).isEqualTo("User Group Alpha");
    }

    @Test
    void seesALostRaceAlsoWhenItHadToWaitForTheWinner() {
        UserGroup group = subscriptions.savedGroup("Alpha");
        UserGroup winner = subscriptions.reload(group);
        UserGroup loser = subscriptions.reload(group);
        winner.userGroup.groupName = "winner";
        loser.userGroup.groupName = "loser";
        var connection = subscriptions.pool.getConnection().await().indefinitely();
        var transaction = connection.begin().await().indefinitely();
        repository.within(connection).save(winner);

        CompletableFuture<Void> late = CompletableFuture.runAsync(() -> repository.save(loser));
        awaitAWaitingStatement();
        transaction.commit().await().indefinitely();
        connection.close().await().indefinitely();

        assertThatThrownBy(late::join).hasMessageContaining("was changed by somebody else");
        assertThat(subscriptions.reload(group).userGroup.groupName).isEqualTo("winner");
        assertThat(subscriptions.reload(group).version()).isEqualTo(2);
    }

    @Test
    void leavesNothingBehindWhenTheCallersTransactionIsRolledBack() {
        UserGroup group = subscriptions.savedGroup("Alpha");
        UserGroup loaded = subscriptions.reload(group);
        loaded.userGroup.groupName = "never";
        var connection = subscriptions.pool.getConnection().await().indefinitely();
        var transaction = connection.begin().await().indefinitely();
        repository.within(connection).save(loaded);
        transaction.rollback().await().indefinitely();
        connection.close().await().indefinitely();

        assertThat(subscriptions.reload(group).userGroup.groupName).isEqualTo("Alpha");
        assertThat(subscriptions.reload(group).version()).isEqualTo(1);
    }

    @Test
    void namesEveryMissingPartOfTheCatalogueAndWritesNothing() {
        subscriptions.database.execute("""
                DELETE FROM product_blocks WHERE name = 'UserGroupBlock';
                DELETE FROM resource_types WHERE resource_type IN ('group_name', 'group_id')""");
        UserGroup group = subscriptions.create(UserGroup.class, "User Group");
        group.userGroup.groupName = "Alpha";
        group.userGroup.groupId = 1L;

        assertRefused(
                () -> repository.save(group),
                ErrorCode.INCONSISTENT_DATA,
                "'db migrate-domain-models'",
                "product block UserGroupBlock",
                "resource type group_name",
                "resource type group_id");
        assertThat(subscriptions.query("SELECT FROM subscriptions")).isEmpty();
    }

    @Test
    void refusesAModelThatIsIncompleteWithEverythingThatIsMissing() {
        User user = subscriptions.savedUser("ada", subscriptions.savedGroup("Alpha"));
        user.user.username = null;
        user.user.group = null;
        user.moveTo(ACTIVE);

        assertRefused(
                () -> repository.save(user),
                ErrorCode.MODEL_INCOMPLETE,
                "User ada can't be active like this",
                "user.group: is required from provisioning on",
                "user.username: is required from provisioning on",
                "user.user_id: is required from active on");
        assertThat(subscriptions.reload(user).status().wireName()).isEqualTo("initial");
    }

    @Test
    void saysThatADeletedSubscriptionIsGone() {
        UserGroup group = subscriptions.savedGroup("Alpha");
        subscriptions.database.execute("DELETE FROM subscriptions");
        group.description("changed");

        assertRefused(() -> repository.save(group), ErrorCode.UNKNOWN_SUBSCRIPTION, "does not exist any more");
    }

    @Test
    void marksASubscriptionAsInSyncWhateverItsModelLacks() {
        Circuit circuit = subscriptions.create(Circuit.class, "Circuit");
        repository.save(circuit);
        subscriptions.database.execute("UPDATE subscriptions SET status = 'active'");

        repository.setInsync(circuit.subscriptionId(), true);
        repository.setInsync(circuit.subscriptionId(), true);

        assertThat(subscriptions.reload(circuit).insync()).isTrue();
        assertThat(subscriptions.reload(circuit).version()).isEqualTo(2);
        assertRefused(
                () -> repository.setInsync(UUID.randomUUID(), true), ErrorCode.UNKNOWN_SUBSCRIPTION, "does not exist");
    }

    @Test
    void locksNotesAndTerminatesASubscriptionThatLacksWhatItsClassNowDemands() {
        UserGroup group = subscriptions.savedGroup("Alpha");
        subscriptions.database.execute("UPDATE subscriptions SET status = 'active'");

        UserGroup loaded = subscriptions.reload(group);
        loaded.insync(true);
        loaded.note("waits for its id");
        repository.save(loaded);
        assertThat(subscriptions.reload(group).note()).isEqualTo("waits for its id");

        loaded.userGroup.groupName = "Beta";
        assertRefused(() -> repository.save(loaded), ErrorCode.MODEL_INCOMPLETE, "user_group.group_id: is required");

        loaded.moveTo(TERMINATED);
        repository.save(loaded);
        assertThat(subscriptions.reload(group).status()).isEqualTo(TERMINATED);
    }

    @Test
    void staysProvisioningThroughALoad() {
        UserGroup group = subscriptions.savedGroup("Alpha");
        group.moveTo(PROVISIONING);
        repository.save(group);

        assertThat(subscriptions.reload(group).status()).isEqualTo(PROVISIONING);
    }

    private Node nodeWithPorts(int count) {
        Node node = subscriptions.create(Node.class, "Node");
        node.node.nodeName = "node";
        for (int i = 0; i < count; i++) {
            node.node.ports.add(port(Integer.toString(i)));
        }
        repository.save(node);
        return node;
    }

    private static PortBlock port(String name) {
        PortBlock port = new PortBlock();
        port.portName = name;
        return port;
    }

    /** Each row with the transaction that wrote it. */
    private List<List<String>> rowVersions() {
        return subscriptions.query("""
                SELECT 'subscriptions', ctid::text, xmin::text FROM subscriptions UNION ALL
                SELECT 'subscription_instances', ctid::text, xmin::text FROM subscription_instances UNION ALL
                SELECT 'subscription_instance_values', ctid::text, xmin::text FROM subscription_instance_values UNION ALL
                SELECT 'subscription_instance_relations', ctid::text, xmin::text FROM subscription_instance_relations""");
    }

    private void awaitAWaitingStatement() {
        while (subscriptions
                .query("SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")
                .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private static void assertRefused(ThrowingCallable act, ErrorCode code, String... messages) {
        assertThatThrownBy(act).isInstanceOfSatisfying(OrchestratorException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.getMessage()).contains(messages);
        });
    }
}
