package dev.orchestrator.subscription.postgres;

import static dev.orchestrator.subscription.SubscriptionLifecycle.ACTIVE;
import static dev.orchestrator.subscription.SubscriptionLifecycle.INITIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.orchestrator.state.Json;
import dev.orchestrator.subscription.DomainModel;
import dev.orchestrator.subscription.Network.Node;
import dev.orchestrator.subscription.RelatedSubscription;
import dev.orchestrator.subscription.SubscriptionJson;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.subscription.SubscriptionSummary;
import dev.orchestrator.subscription.Workshop;
import dev.orchestrator.subscription.Workshop.User;
import dev.orchestrator.subscription.Workshop.UserGroup;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionQueriesTest {
    private Subscriptions subscriptions;

    @BeforeEach
    void open() {
        subscriptions = new Subscriptions();
    }

    @AfterEach
    void close() {
        subscriptions.close();
    }

    @Test
    void offersActiveSubscriptionsOfAModelByDescription() {
        for (String name : List.of("Zulu", "Alpha", "Mike")) {
            UserGroup group = subscriptions.savedGroup(name);
            group.userGroup.groupId = 1L;
            group.moveTo(ACTIVE);
            subscriptions.repository.save(group);
        }
        UserGroup initial = subscriptions.savedGroup("Initial");

        assertThat(subscriptions.repository.activeOf(UserGroup.class))
                .extracting(SubscriptionSummary::description)
                .containsExactly("User Group Alpha", "User Group Mike", "User Group Zulu");
        assertThat(subscriptions.repository.activeOf(User.class)).isEmpty();
        assertThat(subscriptions.repository.ofProductType("UserGroup", INITIAL))
                .containsExactly(new SubscriptionSummary(
                        initial.subscriptionId(),
                        "User Group Initial",
                        INITIAL,
                        false,
                        "User Group",
                        Workshop.CUSTOMER));
    }

    @Test
    void findsWhatUsesASubscriptionAndWhatItUses() {
        UserGroup group = subscriptions.savedGroup("Alpha");
        User ada = subscriptions.savedUser("ada", group);
        subscriptions.savedUser("bob", group);

        assertThat(subscriptions.repository.inUseBy(group.subscriptionId(), 1))
                .extracting(related -> related.subscription().description())
                .containsExactly("User ada", "User bob");
        assertThat(subscriptions.repository.dependsOn(ada.subscriptionId(), 1))
                .extracting(related -> related.subscription().description())
                .containsExactly("User Group Alpha");
        assertThat(subscriptions.repository.dependsOn(group.subscriptionId(), 9))
                .isEmpty();
    }

    @Test
    void followsRelationsAsDeepAsAskedAndThroughCycles() {
        Node a = node("a", null);
        Node b = node("b", a);
        Node c = node("c", b);
        Node cyclic = subscriptions.reload(a);
        cyclic.node.parent = subscriptions.reload(c).node;
        subscriptions.repository.save(cyclic);

        assertThat(subscriptions.repository.inUseBy(a.subscriptionId(), 1))
                .extracting(related -> related.subscription().description())
                .containsExactly("b");
        assertThat(subscriptions.repository.inUseBy(a.subscriptionId(), 9))
                .extracting(related -> related.subscription().description(), RelatedSubscription::depth)
                .containsExactly(tuple("b", 1), tuple("c", 2));
        assertThat(subscriptions.repository.dependsOn(a.subscriptionId(), 9))
                .extracting(related -> related.subscription().description(), RelatedSubscription::depth)
                .containsExactly(tuple("c", 1), tuple("b", 2));
    }

    @Test
    void keepsMetadata() {
        UserGroup group = subscriptions.savedGroup("Alpha");

        assertThat(subscriptions.repository.metadata(group.subscriptionId())).isEmpty();
        subscriptions.repository.setMetadata(
                group.subscriptionId(), Json.object().put("source", "one"));
        subscriptions.repository.setMetadata(
                group.subscriptionId(), Json.object().put("source", "workshop"));

        assertThat(subscriptions.repository.metadata(group.subscriptionId()))
                .isEqualTo(Json.object().put("source", "workshop"));
        UUID unknown = UUID.randomUUID();
        assertThatThrownBy(() -> subscriptions.repository.metadata(unknown)).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> subscriptions.repository.setMetadata(unknown, Json.object()))
                .hasMessageContaining("does not exist");
    }

    @Test
    void writesTheModelAsRestAndStatesExpectIt() {
        UserGroup group = subscriptions.savedGroup("Alpha");
        group.userGroup.groupId = 7L;
        group.moveTo(ACTIVE);
        subscriptions.repository.save(group);
        User user = subscriptions.savedUser("ada", group);

        var state = subscriptions.reload(user).toJson();
        var rest = SubscriptionJson.forRest(loadWithUses(user));
        var groupAsRest = SubscriptionJson.forRest(loadWithUses(group));

        String groupBlock = """
                {"name": "UserGroupBlock", "subscription_instance_id": "%s", "owner_subscription_id": "%s", "label": null,
                 "group_name": "Alpha", "group_id": 7%s}""".formatted(group.userGroup.subscriptionInstanceId(), group.subscriptionId(), "%s");
        String userModel = """
                {"product": {"product_id": "%1$s", "name": "User internal", "description": "User internal administration",
                  "product_type": "User", "tag": "TAG", "status": "active", "created_at": %2$s, "end_date": null},
                 "customer_id": "59289a57-70fb-4ff5-9c93-10fe67b12434", "subscription_id": "%3$s", "description": "User ada",
                 "status": "initial", "insync": false, "start_date": null, "end_date": null, "note": null, "version": 1,
                 "affiliation": "internal",
                 "user": {"name": "UserBlock", "subscription_instance_id": "%4$s", "owner_subscription_id": "%3$s",
                  "label": null, "group": %5$s, "username": "ada", "age": null, "user_id": null %6$s} %7$s}""";
        Object[] ids = {
            user.product().productId(), null, user.subscriptionId(), user.user.subscriptionInstanceId(), null, "", ""
        };
        ids[1] = "\"2026-01-02T03:04:05Z\"";
        ids[4] = groupBlock.formatted("");
        assertThat(state).isEqualTo(Json.parse(userModel.formatted(ids)));
        ids[1] = "1767323045.678";
        ids[4] = groupBlock.formatted("""
                , "in_use_by_ids": ["%1$s"],
                "in_use_by_relations": [{"subscription_instance_id": "%1$s", "subscription_id": "%2$s"}]""".formatted(user.user.subscriptionInstanceId(), user.subscriptionId()));
        ids[5] = ", \"in_use_by_ids\": [], \"in_use_by_relations\": []";
        ids[6] = ", \"product_id\": null, \"name\": null, \"tag\": null, \"customer_descriptions\": []";
        assertThat(Json.parse(Json.write(rest))).isEqualTo(Json.parse(userModel.formatted(ids)));
        assertThat(Json.write(rest)).contains("\"created_at\":1767323045.678000,");
        assertThat(groupAsRest.at("/user_group/in_use_by_ids/0").asText())
                .isEqualTo(user.user.subscriptionInstanceId().toString());
        assertThat(groupAsRest.get("start_date").asDouble()).isEqualTo(1772600767.891234);
        assertThat(subscriptions.reload(group).toJson().get("start_date").asText())
                .isEqualTo("2026-03-04T05:06:07Z");
    }

    @Test
    void looksUpTheBlocksOfAModelHoweverManyOthersThereAre() {
        User user = subscriptions.savedUser("ada", subscriptions.savedGroup("Alpha"));
        subscriptions.database.execute("""
                INSERT INTO subscription_instances (subscription_instance_id, subscription_id, product_block_id)
                SELECT md5('block' || n)::uuid, subscription_id, product_block_id
                FROM generate_series(1, 20000) n,
                  (SELECT * FROM subscription_instances WHERE root_field = 'user_group' LIMIT 1) one;
                INSERT INTO subscription_instance_relations (in_use_by_id, depends_on_id)
                SELECT md5('block' || n)::uuid, md5('block' || n + 1)::uuid FROM generate_series(1, 19999) n;
                INSERT INTO subscription_instance_values (subscription_instance_id, resource_type_id, value)
                SELECT md5('block' || n)::uuid, t.resource_type_id, 'text'
                FROM generate_series(1, 20000) n, (SELECT * FROM resource_types LIMIT 1) t;
                ANALYZE""");
        subscriptions.repository.load(user.subscriptionId());
        loadWithUses(user);

        List<String> statements = subscriptions.counted.statements();
        for (String statement : statements.subList(statements.size() - 2, statements.size())) {
            assertThat(subscriptions.query("EXPLAIN " + statement.replace("$1", "'" + user.subscriptionId() + "'")))
                    .extracting(List::getFirst)
                    .anyMatch(line -> line.contains("subscription_instance_relations"))
                    .noneMatch(line -> line.contains("Seq Scan on subscription_instance"));
        }
    }

    private DomainModel loadWithUses(SubscriptionModel model) {
        return subscriptions
                .repository
                .loadWithUses(model.subscriptionId())
                .await()
                .indefinitely();
    }

    private Node node(String name, Node parent) {
        Node node = subscriptions.create(Node.class, "Node");
        node.node.nodeName = name;
        node.node.parent = parent == null ? null : parent.node;
        node.description(name);
        subscriptions.repository.save(node);
        return node;
    }
}
