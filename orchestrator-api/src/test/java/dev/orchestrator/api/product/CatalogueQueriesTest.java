package dev.orchestrator.api.product;

import static dev.orchestrator.api.graphql.Graphql.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.api.ApiDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ApiDatabase.class)
class CatalogueQueriesTest {
    @Test
    void showsWhatABlockDependsOnAndConsistsOf() {
        JsonPath response = ask("""
                { productBlocks(sortBy: {field: "name"}) { page {
                    name tag status description createdAt endDate
                    dependsOn { name } inUseBy { name } resourceTypes { resourceType description } } } }
                """);

        assertThat(response.getList("errors")).isNull();
        assertThat(response.getList("data.productBlocks.page.name")).containsExactly("UserBlock", "UserGroupBlock");
        assertThat(response.getList("data.productBlocks.page[0].dependsOn.name"))
                .containsExactly("UserGroupBlock");
        assertThat(response.getList("data.productBlocks.page[1].inUseBy.name")).containsExactly("UserBlock");
        assertThat(response.getList("data.productBlocks.page[0].resourceTypes.resourceType"))
                .containsExactly("age", "user_id", "username");
    }

    @Test
    void showsTheBlocksThatUseAResourceType() {
        JsonPath response = ask("{ resourceTypes(filterBy: {field: \"resourceType\", value: \"AGE\"})"
                + " { page { resourceType productBlocks { name } } } }");

        assertThat(response.getList("data.resourceTypes.page[0].productBlocks.name"))
                .isEqualTo(List.of("UserBlock"));
    }

    @ParameterizedTest
    @CsvSource({
        "products, name, product_block, UserGroupBlock, User Group",
        "products, name, productBlock, User%Group_lock, User Group",
        "products, name, status, PHASE_OUT, User external",
        "products, name, createdAt, <2026-01-02, User Group",
        "products, name, productId, a0000000-0000-4000-8000-000000000003|nonsense, User external",
        "productBlocks, name, product, User Group, UserGroupBlock",
        "productBlocks, name, resource_type, username, UserBlock",
        "resourceTypes, resourceType, description, name of the user, username",
        "workflows, name, isTask, nonsense, ",
        "workflows, name, target, validate, validate_user_group",
        "workflows, name, tag, USER_EXT, create_user",
    })
    void filtersBy(String list, String shown, String field, String value, String expected) {
        JsonPath response = ask("{ %s(filterBy: {field: \"%s\", value: \"%s\"}) { page { %s } } }"
                .formatted(list, field, value, shown));

        assertThat(response.getList("errors")).isNull();
        assertThat(response.getList("data." + list + ".page." + shown))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "products, name, group*, User Group",
        "products, name, -user_int -user_ext, User Group",
        "products, name, tag:(USER_EXT|other), User external",
        "productBlocks, name, description:\"group block\", UserGroupBlock",
        "resourceTypes, resourceType, user_, user_id",
    })
    void searches(String list, String shown, String query, String expected) {
        JsonPath response = ask(
                "query($query: String) { %s(query: $query, sortBy: {field: \"%s\"}) { page { %s } } }"
                        .formatted(list, shown, shown),
                Map.of("query", query));

        assertThat(response.getList("errors")).isNull();
        assertThat(response.getList("data." + list + ".page." + shown).get(0)).isEqualTo(expected);
    }
}
