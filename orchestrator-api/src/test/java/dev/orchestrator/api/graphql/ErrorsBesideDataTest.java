package dev.orchestrator.api.graphql;

import static dev.orchestrator.api.graphql.Graphql.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.api.ApiDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ApiDatabase.class)
class ErrorsBesideDataTest {
    @Test
    void answersWithTheValidFiltersWhenOneIsUnknown() {
        JsonPath response =
                ask("{ products(filterBy: [{field: \"test\", value: \"a\"}, {field: \"tag\", value: \"GROUP\"}])"
                        + " { page { name } } }");

        assertThat(response.getList("data.products.page.name")).containsExactly("User Group");
        assertThat(response.getList("errors")).hasSize(1);
        assertThat(response.getString("errors[0].message"))
                .startsWith("Invalid filter arguments (invalid_filters=['test'] valid_filter_keys=['createdAt', ");
        assertThat(response.getList("errors[0].path")).containsExactly("products");
        assertThat(response.getString("errors[0].extensions.error_type")).isEqualTo("bad_request");
    }

    @Test
    void namesThePlaceOfAnUnknownSortBelowAnItem() {
        JsonPath response =
                ask("{ products(first: 1) { page { subscriptions(sortBy: {field: \"colour\"}) { page { note } } } } }");

        assertThat(response.getList("errors[0].path")).containsExactly("products", "page", 0, "subscriptions");
        assertThat(response.getString("errors[0].message"))
                .startsWith("Invalid sort arguments (invalid_sorting=['colour']");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ subscription(id: \"nonsense\") { note } }",
                "{ subscriptions(query: \"(a\") { page { note } } }",
                "{ subscriptions(first: -1) { page { note } } }",
                "query($id: UUID!) { subscription(id: $id) { note } }",
                "{ colours { name } }"
            })
    void saysBadRequestForWhatIsNotARequest(String document) {
        JsonPath response = ask(document);

        assertThat(response.getList("errors.extensions.error_type")).containsExactly("bad_request");
        assertThat(response.getString("errors[0].message")).isNotBlank().doesNotContain("java", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ version { applicationVersions }", "version", "{ version(a: \"b) }", "\u0000"})
    void saysBadRequestAndWhereForWhatIsNotADocument(String document) {
        JsonPath response = ask(document);

        assertThat(response.<Object>get("data")).isNull();
        assertThat(response.getList("errors.extensions.error_type")).containsExactly("bad_request");
        assertThat(response.getString("errors[0].message"))
                .startsWith("Invalid syntax")
                .doesNotContain("java");
        assertThat(response.getInt("errors[0].locations[0].line")).isEqualTo(1);
    }

    @Test
    void saysBadRequestWhenThereIsNoDocument() {
        JsonPath response = ask("");

        assertThat(response.getList("errors.extensions.error_type")).containsExactly("bad_request");
        assertThat(response.getString("errors[0].message")).isEqualTo("Missing 'query' field in the request");
    }

    @Test
    void refusesADocumentThatIsTooDeep() {
        String below = "name products { workflows { ".repeat(15) + "name" + " } }".repeat(15);

        JsonPath response = ask("{ workflows { page { " + below + " } } }");

        assertThat(response.getList("errors.extensions.error_type")).containsExactly("bad_request");
    }

    @Test
    void answersTheIntrospectionOfGraphiQl() {
        JsonPath response = ask("""
                { __schema { types { fields { type { ofType { ofType { ofType { ofType { ofType { ofType { name } } } } } } } } } } }
                """);

        assertThat(response.getList("errors")).isNull();
    }

    @Test
    void hasNoErrorsWhenAllIsWell() {
        assertThat(ask("{ version { applicationVersions } }", Map.of("unused", 1))
                        .getMap(""))
                .containsOnlyKeys("data");
    }
}
