package dev.orchestrator.api.subscription.description;

import static dev.orchestrator.api.graphql.Graphql.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.api.ApiDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ApiDatabase.class)
class CustomerDescriptionMutationsTest {
    private static final String SUBSCRIPTION = "e0000000-0000-4000-8000-000000000009";
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";
    private static final String ANSWER =
            " { __typename ... on CustomerDescription { id description customerId subscriptionId version createdAt }"
                    + " ... on NotFoundError { notFound: message } ... on MutationError { refused: message } } }";

    @AfterEach
    void removeWhatWasAdded() {
        remove();
    }

    @Test
    void addsADescriptionAndShowsItWithTheSubscription() {
        JsonPath added = upsert(SUBSCRIPTION, "ninth", null);

        assertThat(added.getString("__typename")).isEqualTo("CustomerDescription");
        assertThat(added.getString("description")).isEqualTo("ninth");
        assertThat(added.getString("customerId")).isEqualTo("somebody");
        assertThat(added.getString("subscriptionId")).isEqualTo(SUBSCRIPTION);
        assertThat(added.getString("createdAt")).isNotBlank();
        assertThat(shown().getList("description")).containsExactly("ninth");
    }

    @Test
    void changesTheDescriptionOfTheVersionThatWasReadAndRaisesIt() {
        JsonPath added = upsert(SUBSCRIPTION, "ninth", null);

        JsonPath changed = upsert(SUBSCRIPTION, "number nine", added.getInt("version"));

        assertThat(changed.getString("id")).isEqualTo(added.getString("id"));
        assertThat(changed.getString("description")).isEqualTo("number nine");
        assertThat(changed.getInt("version")).isEqualTo(added.getInt("version") + 1);
    }

    @Test
    void refusesAStaleVersionAndKeepsTheDescription() {
        upsert(SUBSCRIPTION, "ninth", null);

        JsonPath refused = upsert(SUBSCRIPTION, "number nine", 99);

        assertThat(refused.getString("__typename")).isEqualTo("MutationError");
        assertThat(refused.getString("refused")).startsWith("Stale data: given version (99)");
        assertThat(shown().getList("description")).containsExactly("ninth");
    }

    @Test
    void saysThatASubscriptionIsUnknown() {
        JsonPath refused = upsert(UNKNOWN, "nothing", null);

        assertThat(refused.getString("__typename")).isEqualTo("NotFoundError");
        assertThat(refused.getString("notFound")).contains(UNKNOWN);
    }

    @Test
    void removesADescriptionOnce() {
        upsert(SUBSCRIPTION, "ninth", null);

        assertThat(remove().getString("description")).isEqualTo("ninth");

        assertThat(remove().getString("__typename")).isEqualTo("NotFoundError");
        assertThat(shown().getList("")).isEmpty();
    }

    private static JsonPath upsert(String subscription, String description, Integer version) {
        return answer(
                "upsertCustomerDescription",
                "mutation($id: UUID!, $text: String!) { upsertCustomerDescription(customerId: \"somebody\","
                        + " subscriptionId: $id, description: $text, version: " + version + ")" + ANSWER,
                Map.of("id", subscription, "text", description));
    }

    private static JsonPath remove() {
        return answer(
                "removeCustomerDescription",
                "mutation($id: UUID!) { removeCustomerDescription(customerId: \"somebody\", subscriptionId: $id)"
                        + ANSWER,
                Map.of("id", SUBSCRIPTION));
    }

    private static JsonPath shown() {
        return ask(
                        "query($id: UUID!) { subscription(id: $id) { customerDescriptions { description } } }",
                        Map.of("id", SUBSCRIPTION))
                .setRootPath("data.subscription.customerDescriptions");
    }

    private static JsonPath answer(String field, String document, Map<String, ?> variables) {
        JsonPath response = ask(document, variables);
        assertThat(response.getList("errors")).isNull();
        return response.setRootPath("data." + field);
    }
}
