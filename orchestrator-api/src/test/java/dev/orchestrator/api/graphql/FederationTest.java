package dev.orchestrator.api.graphql;

import static dev.orchestrator.api.graphql.Graphql.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.api.ApiDatabase;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ApiDatabase.class)
class FederationTest {
    private static final String GROUP = "e0000000-0000-4000-8000-000000000000";
    private static final String FIRST_USER = "e0000000-0000-4000-8000-000000000001";
    private static final String GROUP_BLOCK = "f0000000-0000-4000-8000-000000000000";
    private static final String PROCESS = "20000000-0000-4000-8000-000000000002";
    private static final String PRODUCT = "a0000000-0000-4000-8000-000000000002";
    private static final String NOBODY = "99999999-0000-4000-8000-000000000000";

    @Inject
    Statements statements;

    @Test
    void tellsGatewaysTheSchemaWithItsKeys() {
        String sdl = ask("{ _service { sdl } }").getString("data._service.sdl");

        TypeDefinitionRegistry schema = new SchemaParser().parse(sdl);
        assertThat(sdl).startsWith("extend schema @link(url: \"https://specs.apollo.dev/federation/v2.9\"");
        assertThat(sdl)
                .contains("interface SubscriptionInterface @key(fields : \"subscriptionId\")")
                .contains("type UserSubscription implements SubscriptionInterface @key(fields : \"subscriptionId\")")
                .contains("type UserBlockInactive implements BaseProductBlockType"
                        + " @key(fields : \"subscriptionInstanceId\") @key(fields : \"userId\")")
                .contains("type ProcessType @key(fields : \"processId\")")
                .contains("type ProductType @key(fields : \"productId\")")
                .contains("type CustomerType @key(fields : \"customerId\")")
                .contains("type PageInfo @shareable");
        assertThat(schema.types()).doesNotContainKey("_Entity");
    }

    @Test
    void findsThingsOfAllTypesByTheirKeysInTheOrderAsked() {
        JsonPath response = entities(List.of(
                Map.of("__typename", "UserBlockInactive", "subscriptionInstanceId", GROUP_BLOCK),
                Map.of("__typename", "CustomerType", "customerId", "any"),
                Map.of("__typename", "UserGroupBlockInactive", "groupId", 4711),
                Map.of("__typename", "UserSubscription", "subscriptionId", FIRST_USER),
                Map.of("__typename", "ProcessType", "processId", PROCESS),
                Map.of("__typename", "ProductType", "productId", PRODUCT),
                Map.of("__typename", "UserGroupBlockInactive", "subscriptionInstanceId", GROUP_BLOCK)));

        assertThat(response.getList("errors")).isNull();
        assertThat(response.getList("data._entities"))
                .isEqualTo(Arrays.asList(
                        null,
                        Map.of("__typename", "CustomerType", "shortcode", "default-cust"),
                        Map.of("__typename", "UserGroupBlockInactive", "groupName", "Alpha"),
                        Map.of("__typename", "UserSubscription", "user", Map.of("username", "u1")),
                        Map.of("__typename", "ProcessType", "workflowName", "modify_user_group"),
                        Map.of("__typename", "ProductType", "name", "User internal"),
                        Map.of("__typename", "UserGroupBlockInactive", "groupName", "Alpha")));
    }

    @Test
    void answersASubscriptionAsTheTypeThatItIsReferredToBy() {
        JsonPath response = entities(List.of(
                Map.of("__typename", "SubscriptionInterface", "subscriptionId", GROUP),
                Map.of("__typename", "Subscription", "subscriptionId", GROUP),
                Map.of("__typename", "UserSubscription", "subscriptionId", GROUP),
                Map.of("__typename", "Subscription", "subscriptionId", NOBODY)));

        assertThat(response.getList("errors")).isNull();
        assertThat(response.getList("data._entities"))
                .isEqualTo(Arrays.asList(
                        Map.of("__typename", "UserGroupSubscription"),
                        Map.of("__typename", "Subscription", "description", "User Group Alpha"),
                        null,
                        null));
    }

    @Test
    void readsAsManyStatementsForSixtyAsForOne() {
        List<Map<String, ?>> blocks = IntStream.rangeClosed(1, 60)
                .mapToObj(n -> Map.of(
                        "__typename",
                        "UserBlockInactive",
                        "subscriptionInstanceId",
                        "f0000000-0000-4000-8000-0000000000%02d".formatted(n)))
                .<Map<String, ?>>map(block -> block)
                .toList();
        statements.reset();

        JsonPath response = entities(blocks);

        assertThat(response.getList("data._entities.username")).hasSize(60).startsWith("u1", "u2");
        assertThat(statements.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"__typename\": \"Colour\"} | There are no entities of type Colour",
                "{\"subscriptionId\": \"x\"} | A representation is an object with __typename",
                "{\"__typename\": \"UserSubscription\"} | needs one of the fields subscriptionId",
                "{\"__typename\": \"UserSubscription\", \"subscriptionId\": \"x\"} | is a UUID",
                "{\"__typename\": \"UserBlockInactive\"} | needs one of the fields subscriptionInstanceId, userId",
                "{\"__typename\": \"UserBlockInactive\", \"userId\": \"x\"} | is not a valid Long"
            })
    void refusesWhatIsNoReference(String representation, String message) {
        JsonPath response = entities(List.of(JsonPath.from(representation).getMap("")));

        assertThat(response.getList("errors.extensions.error_type")).containsExactly("bad_request");
        assertThat(response.getString("errors[0].message")).contains(message);
    }

    @Test
    void refusesMoreThanAPageOfReferences() {
        JsonPath response =
                entities(Collections.nCopies(1_001, Map.of("__typename", "CustomerType", "customerId", "a")));

        assertThat(response.getList("errors.extensions.error_type")).containsExactly("bad_request");
    }

    private static JsonPath entities(List<? extends Map<String, ?>> representations) {
        return ask("""
                query($representations: [_Any!]!) {
                  _entities(representations: $representations) {
                    __typename
                    ... on CustomerType { shortcode }
                    ... on ProcessType { workflowName }
                    ... on ProductType { name }
                    ... on Subscription { description }
                    ... on UserSubscription { user { username } }
                    ... on UserBlockInactive { username }
                    ... on UserGroupBlockInactive { groupName }
                  }
                }
                """, Map.of("representations", representations));
    }
}
