package dev.orchestrator.api.subscription;

import static dev.orchestrator.api.graphql.Graphql.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.api.ApiDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ApiDatabase.class)
class SubscriptionRelationsQueryTest {
    private static final String GROUP = "e0000000-0000-4000-8000-000000000000";
    private static final String FIRST_USER = "e0000000-0000-4000-8000-000000000001";

    @Test
    void listsTheSubscriptionsThatUseOne() {
        JsonPath response = ask(
                """
                query RelatedSubscriptions($subscriptionId: String!, $first: Int!, $after: Int!, $sortBy: [GraphqlSort!],
                    $terminatedSubscriptionFilter: [GraphqlFilter!]) {
                  subscriptions(filterBy: { value: $subscriptionId, field: "subscriptionId" }) { page { subscriptionId
                    inUseBySubscriptions(first: $first, after: $after, sortBy: $sortBy, filterBy: $terminatedSubscriptionFilter) {
                      page { subscriptionId customer { fullname } description insync startDate status product { tag } }
                      pageInfo { endCursor hasNextPage totalItems sortFields filterFields } } } } }
                """,
                Map.of(
                        "subscriptionId",
                        GROUP,
                        "first",
                        15,
                        "after",
                        0,
                        "sortBy",
                        Map.of("field", "startDate", "order", "ASC"),
                        "terminatedSubscriptionFilter",
                        Map.of("field", "status", "value", "active-disabled-initial-migrating-provisioning")));

        assertThat(response.getList("errors")).isNull();
        JsonPath users = response.setRootPath("data.subscriptions.page[0].inUseBySubscriptions");
        assertThat(users.getList("page")).hasSize(15);
        assertThat(users.getString("page[0].description")).startsWith("User u1 ");
        assertThat(users.getInt("pageInfo.totalItems")).isEqualTo(59);
    }

    @Test
    void listsTheSubscriptionsThatOneDependsOn() {
        assertThat(related(FIRST_USER, "dependsOnSubscriptions").getList("page.subscriptionId"))
                .containsExactly(GROUP);
        assertThat(related(GROUP, "dependsOnSubscriptions").getList("page")).isEmpty();
    }

    @Test
    void filtersRelationsByStatus() {
        String ended = "inUseBySubscriptions(inUseByFilter: {statuses: [\"terminated\"], recurseDepthLimit: 3,"
                + " recurseProductTypes: [\"User\"]})";

        assertThat(related(GROUP, ended).getInt("pageInfo.totalItems")).isEqualTo(1);
    }

    private static JsonPath related(String id, String field) {
        JsonPath response = ask(
                "query($id: UUID!) { subscription(id: $id) { related: %s { page { subscriptionId } pageInfo { totalItems } } } }"
                        .formatted(field),
                Map.of("id", id));
        assertThat(response.getList("errors")).isNull();
        return response.setRootPath("data.subscription.related");
    }
}
