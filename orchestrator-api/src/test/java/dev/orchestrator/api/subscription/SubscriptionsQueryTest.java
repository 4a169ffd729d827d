package dev.orchestrator.api.subscription;

import static dev.orchestrator.api.graphql.Graphql.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.api.ApiDatabase;
import dev.orchestrator.api.graphql.Statements;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ApiDatabase.class)
class SubscriptionsQueryTest {
    private static final String GROUP = "e0000000-0000-4000-8000-000000000000";
    private static final String FIRST_USER = "e0000000-0000-4000-8000-000000000001";

    private static final String DETAIL = """
            query SubscriptionDetail($subscriptionId: String!) {
              subscriptions(filterBy: { field: "subscriptionId", value: $subscriptionId }) { page { ...SubscriptionDetail } } }
            fragment SubscriptionDetail on SubscriptionInterface {
              subscriptionId description fixedInputs insync note version endDate startDate status customerId metadata
              lastValidatedAt
              product { createdAt name status endDate description tag productType productId }
              customer { fullname customerId shortcode }
              customerDescriptions { id subscriptionId description customerId }
              productBlockInstances { id parent subscriptionInstanceId ownerSubscriptionId
                subscription { subscriptionId description } productBlockInstanceValues inUseByRelations }
              processes(first: 1000000, after: 0, sortBy: { field: "startedAt", order: ASC }) {
                page { processId lastStatus startedAt createdBy workflowTarget workflowName isTask } } }
            """;

    @Inject
    Statements statements;

    @Test
    void showsAllOfOneSubscription() {
        JsonPath user = detail(FIRST_USER);

        assertThat(user.getString("status")).isEqualTo("ACTIVE");
        assertThat(user.getString("product.tag")).isEqualTo("USER_INT");
        assertThat(user.getString("customer.fullname")).isEqualTo("Default::Orchestrator-Core Customer");
        assertThat(user.<Object>getList("fixedInputs"))
                .containsExactly(Map.of("field", "affiliation", "value", "internal"));
        assertThat(user.getMap("metadata")).isEqualTo(Map.of("source", "workshop", "welcome_sent", true));
        assertThat(user.getList("customerDescriptions.description")).containsExactly("our first user");
        assertThat(user.getList("processes.page")).isEmpty();
        assertThat(user.getString("lastValidatedAt")).isNull();
    }

    @Test
    void tellsBlocksAsAListWithParentsBeforeTheirChildren() {
        JsonPath user = detail(FIRST_USER);

        assertThat(user.getList("productBlockInstances.id")).containsExactly(0, 1);
        assertThat(user.getList("productBlockInstances.parent")).containsExactly(null, 0);
        assertThat(user.getList("productBlockInstances.subscription.description"))
                .containsExactly("User u1 from group Alpha (internal)", "User Group Alpha");
        assertThat(user.getString("productBlockInstances[1].ownerSubscriptionId"))
                .isEqualTo(GROUP);
    }

    @Test
    void typesTheValuesOfABlockByItsClass() {
        JsonPath user = detail(FIRST_USER);

        assertThat(user.getList("productBlockInstances[0].productBlockInstanceValues.field"))
                .containsExactly("name", "label", "username", "age", "userId");
        assertThat(user.getList("productBlockInstances[0].productBlockInstanceValues.value"))
                .containsExactly("UserBlock", "first", "u1", 21, null);
        assertThat(user.getList("productBlockInstances[1].productBlockInstanceValues.value"))
                .containsExactly("UserGroupBlock", null, "Alpha", 4711);
    }

    @Test
    void namesTheUsersOfABlockInSnakeCase() {
        JsonPath group = detail(GROUP);

        assertThat(group.<Object>getList("productBlockInstances[0].inUseByRelations"))
                .hasSize(60)
                .contains(Map.of(
                        "subscription_instance_id", "f0000000-0000-4000-8000-000000000007",
                        "subscription_id", "e0000000-0000-4000-8000-000000000007"));
    }

    @Test
    void knowsWhenASubscriptionWasLastValidatedAndByWhichProcesses() {
        JsonPath group = detail(GROUP);

        assertThat(group.getString("lastValidatedAt")).isEqualTo("2026-03-21T00:00:09Z");
        assertThat(group.getList("processes.page")).hasSize(22);
        assertThat(group.getString("processes.page[21].workflowTarget")).isEqualTo("VALIDATE");
    }

    @Test
    void selectsBlocksByTagAndValuesByName() {
        JsonPath response = ask("""
                query($id: UUID!) { subscription(id: $id) {
                  below: productBlockInstances(tags: ["UB"]) { id }
                  group: productBlockInstances(tags: ["UGB"]) { parent ownerSubscriptionId }
                  names: productBlockInstances(resourceTypes: ["username"]) { productBlockInstanceValues } } }
                """, Map.of("id", FIRST_USER));

        assertThat(response.getList("errors")).isNull();
        assertThat(response.getList("data.subscription.below")).hasSize(2);
        assertThat(response.getList("data.subscription.group.ownerSubscriptionId"))
                .containsExactly(GROUP);
        assertThat(response.getList("data.subscription.group.parent")).containsExactly((Object) null);
        assertThat(response.<Object>getList("data.subscription.names.productBlockInstanceValues.flatten()"))
                .containsExactly(Map.of("field", "username", "value", "u1"));
    }

    @Test
    void answersNullForAnUnknownSubscription() {
        JsonPath response = ask("{ subscription(id: \"00000000-0000-4000-8000-000000000000\") { note } }");

        assertThat(response.getMap("").toString()).isEqualTo("{data={subscription=null}}");
    }

    @Test
    void readsAPageOfFiftyWithProductAndBlocksInThreeStatements() {
        statements.reset();

        JsonPath response = ask(
                "{ subscriptions(first: 50) { page { description product { name } productBlockInstances {"
                        + " id productBlockInstanceValues subscription { description } } } pageInfo { totalItems } } }");

        assertThat(response.getList("errors")).isNull();
        assertThat(response.getList("data.subscriptions.page")).hasSize(50);
        assertThat(response.getInt("data.subscriptions.pageInfo.totalItems")).isEqualTo(61);
        assertThat(statements.count()).isLessThanOrEqualTo(3);
    }

    @Test
    void readsEverythingBelowAPageInAsManyStatementsAsThereAreKindsOfThings() {
        statements.reset();

        ask("{ subscriptions(first: 61) { page { fixedInputs customerDescriptions { id } lastValidatedAt"
                + " processes { page { processId steps { name } } } inUseBySubscriptions { page { description product { name } } }"
                + " dependsOnSubscriptions { page { description fixedInputs } } } } }");

        assertThat(statements.count()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({
        "status, Active, 51",
        "status, Active-Provisioning, 60",
        "status, !active|provisioning, 1",
        "insync, false, 1",
        "tag, group, 1",
        "type, User, 60",
        "product, user group, 1",
        "description, User u1%, 11",
        "startDate, >=2026-02-03T00:00:00Z, 3",
        "start_date, <2026-02-01 02:00, 2",
        "version, >1, 0",
        "customerId, 59289A57-70fb-4ff5-9c93-10fe67b12434, 61",
        "note, !at%, 60",
    })
    void filtersBy(String field, String value, int expected) {
        assertThat(total("filterBy: {field: \"%s\", value: \"%s\"}".formatted(field, value)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "u7, 1",
        "u1*, 11",
        "alpha, 61",
        "alpha -u1*, 50",
        "insync:false, 1",
        "status:(terminated|provisioning), 10",
        "username:u33, 1",
        "productName:\"User Group\", 1",
        "affiliation:internal, 60",
        "'note:\"at 10:00 (CET), or later\"', 1",
        "workshop, 1",
        "source:workshop, 1",
        "first user, 1",
        "customer_description:first, 1",
        "4711 | u2, 2",
        "e0000000-0000-4000-8000-000000000007, 1",
        "f0000000-0000-4000-8000-00000000000*, 10",
        "lph, 0",
        "colour:red, 0",
    })
    void searches(String query, int expected) {
        assertThat(total("query: \"" + query.replace("\"", "\\\"") + "\"")).isEqualTo(expected);
    }

    private static int total(String arguments) {
        JsonPath response = ask("{ subscriptions(" + arguments + ") { pageInfo { totalItems } } }");
        assertThat(response.getList("errors")).isNull();
        return response.getInt("data.subscriptions.pageInfo.totalItems");
    }

    private static JsonPath detail(String id) {
        JsonPath response = ask(DETAIL, Map.of("subscriptionId", id));
        assertThat(response.getList("errors")).isNull();
        return response.setRootPath("data.subscriptions.page[0]");
    }
}
