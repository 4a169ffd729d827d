package dev.orchestrator.api.subscription.typed;

import static dev.orchestrator.api.graphql.Graphql.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.api.ApiDatabase;
import dev.orchestrator.api.graphql.Statements;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ApiDatabase.class)
class TypedSubscriptionsTest {
    private static final String GROUP = "e0000000-0000-4000-8000-000000000000";
    private static final String FIRST_USER = "e0000000-0000-4000-8000-000000000001";
    private static final String USER_WITHOUT_ID = "f0000000-0000-4000-8000-000000000005";

    private static final String TYPED = """
            __typename
            ... on UserSubscription { affiliation
              user { __typename subscriptionInstanceId ownerSubscriptionId name label title username age userId
                group { __typename groupName groupId subscription { __typename description customer { shortcode } } } } }
            ... on UserGroupSubscription { userGroup { groupName groupId } }
            """;

    @Inject
    Statements statements;

    @Inject
    Pool pool;

    @Test
    void answersFixedInputsAndValuesByTheirOwnNames() {
        JsonPath user = subscription(FIRST_USER);

        assertThat(user.getString("__typename")).isEqualTo("UserSubscription");
        assertThat(user.getString("affiliation")).isEqualTo("internal");
        assertThat(user.getString("user.__typename")).isEqualTo("UserBlockInactive");
        assertThat(user.getString("user.subscriptionInstanceId")).isEqualTo("f0000000-0000-4000-8000-000000000001");
        assertThat(user.getString("user.ownerSubscriptionId")).isEqualTo(FIRST_USER);
        assertThat(user.getString("user.name")).isEqualTo("UserBlock");
        assertThat(user.getString("user.label")).isEqualTo("first");
        assertThat(user.getString("user.username")).isEqualTo("u1");
        assertThat(user.<Object>get("user.age")).isEqualTo(21);
        assertThat(user.<Object>get("user.userId")).isNull();
    }

    @Test
    void followsANestedBlockToTheSubscriptionThatOwnsIt() {
        JsonPath user = subscription(FIRST_USER);

        assertThat(user.getString("user.group.__typename")).isEqualTo("UserGroupBlockInactive");
        assertThat(user.getString("user.group.groupName")).isEqualTo("Alpha");
        assertThat(user.<Object>get("user.group.groupId")).isEqualTo(4711);
        assertThat(user.getString("user.group.subscription.__typename")).isEqualTo("UserGroupSubscription");
        assertThat(user.getString("user.group.subscription.description")).isEqualTo("User Group Alpha");
        assertThat(user.getString("user.group.subscription.customer.shortcode")).isEqualTo("default-cust");
    }

    @Test
    void answersASubscriptionOnlyWhatIsAskedOfItsOwnType() {
        assertThat(subscription(GROUP).getMap(""))
                .isEqualTo(Map.of(
                        "__typename",
                        "UserGroupSubscription",
                        "userGroup",
                        Map.of("groupName", "Alpha", "groupId", 4711)));
    }

    @Test
    void describesTheModelAsJsonSchemaWithWhatItsLifecycleDemands() {
        JsonPath schema = described(FIRST_USER);

        assertThat(schema.getString("title")).isEqualTo("User");
        assertThat(schema.getMap("properties.affiliation"))
                .isEqualTo(Map.of("type", "string", "title", "Affiliation", "enum", List.of("internal", "external")));
        assertThat(schema.getMap("properties.user")).isEqualTo(Map.of("$ref", "#/$defs/UserBlock"));
        assertThat(schema.getList("required")).contains("subscription_id", "affiliation", "user");
        assertThat(schema.getList("'$defs'.UserBlock.required"))
                .containsExactly(
                        "name",
                        "subscription_instance_id",
                        "owner_subscription_id",
                        "label",
                        "group",
                        "username",
                        "user_id");
        assertThat(schema.getMap("'$defs'.UserBlock.properties.age"))
                .isEqualTo(Map.of("anyOf", List.of(Map.of("type", "integer"), Map.of("type", "null"))));
        assertThat(described("e0000000-0000-4000-8000-000000000055").getList("'$defs'.UserBlock.required"))
                .as("of a subscription in provisioning")
                .contains("username")
                .doesNotContain("user_id");
    }

    @Test
    void describesMetadataThatNobodyDescribedAsAnything() {
        assertThat(ask("{ subscription(id: \"" + GROUP + "\") { _metadataSchema } }")
                        .getMap("data.subscription._metadataSchema"))
                .isEmpty();
    }

    @Test
    void readsThePageOfSixtyOneInAsManyStatementsAsThereAreKindsOfThings() {
        statements.reset();

        JsonPath response = ask("{ subscriptions(first: 61) { page { " + TYPED
                + " productBlockInstances { id } fixedInputs } pageInfo { totalItems } } }");

        assertThat(response.getList("errors")).isNull();
        assertThat(response.getList("data.subscriptions.page")).hasSize(61);
        assertThat(response.getList("data.subscriptions.page.user.group.groupName"))
                .hasSize(60)
                .containsOnly("Alpha");
        // The page, its blocks, their owners and the fixed inputs.
        assertThat(statements.count()).isEqualTo(4);
    }

    @Test
    void answersAnIdThatPassesThirtyOneBits() {
        execute("INSERT INTO subscription_instance_values (subscription_instance_id, resource_type_id, value) VALUES ('"
                + USER_WITHOUT_ID + "', 'c0000000-0000-4000-8000-000000000005', '4000000000')");
        try {
            assertThat(subscription("e0000000-0000-4000-8000-000000000005").<Object>get("user.userId"))
                    .isEqualTo(4_000_000_000L);
        } finally {
            execute("DELETE FROM subscription_instance_values WHERE value = '4000000000'");
        }
    }

    @Test
    void keepsASubscriptionToAnUnknownProductPlain() {
        String id = "e0000000-0000-4000-8000-000000000999";
        execute("INSERT INTO products (product_id, name, description, product_type, tag, status) VALUES ('" + id
                + "', 'Gone', 'no class has it', 'Gone', 'GONE', 'active')");
        execute("INSERT INTO subscriptions (subscription_id, description, status, product_id, customer_id, insync)"
                + " VALUES ('" + id + "', 'of a product that is gone', 'active', '" + id + "', 'c', true)");
        try {
            assertThat(subscription(id).getMap("")).isEqualTo(Map.of("__typename", "Subscription"));
        } finally {
            execute("DELETE FROM subscriptions WHERE subscription_id = '" + id + "'");
            execute("DELETE FROM products WHERE product_id = '" + id + "'");
        }
    }

    private static JsonPath subscription(String id) {
        JsonPath response = ask("query($id: UUID!) { subscription(id: $id) { " + TYPED + " } }", Map.of("id", id));
        assertThat(response.getList("errors")).isNull();
        return response.setRootPath("data.subscription");
    }

    private static JsonPath described(String id) {
        JsonPath response = ask("{ subscription(id: \"" + id + "\") { _schema } }");
        assertThat(response.getList("errors")).isNull();
        return response.setRootPath("data.subscription._schema");
    }

    private void execute(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }
}
