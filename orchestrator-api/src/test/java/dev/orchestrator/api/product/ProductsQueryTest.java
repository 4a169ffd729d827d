package dev.orchestrator.api.product;

import static dev.orchestrator.api.graphql.Graphql.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.api.ApiDatabase;
import dev.orchestrator.api.graphql.Statements;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ApiDatabase.class)
class ProductsQueryTest {
    @Inject
    Statements statements;

    @Test
    void listsProductsWithWhatTheUiShows() {
        JsonPath response = ask("""
                query MetadataProducts($first: Int!, $after: Int!, $sortBy: [GraphqlSort!], $query: String) {
                  products(first: $first, after: $after, sortBy: $sortBy, query: $query) {
                    page { productId name description tag createdAt productType type status endDate
                           productBlocks { name } fixedInputs { name value } allProductBlockNames }
                    pageInfo { endCursor hasNextPage hasPreviousPage startCursor totalItems sortFields filterFields } } }
                """, Map.of("first", 1, "after", 0, "sortBy", Map.of("field", "name", "order", "ASC")));

        assertThat(response.getList("errors")).isNull();
        JsonPath product = response.setRootPath("data.products.page[0]");
        assertThat(product.getString("name")).isEqualTo("User external");
        assertThat(product.getString("status")).isEqualTo("PHASE_OUT");
        assertThat(product.getString("createdAt")).isEqualTo("2026-01-03T10:00:00Z");
        assertThat(product.getString("type")).isEqualTo("User");
        assertThat(product.getList("productBlocks.name")).containsExactly("UserBlock");
        assertThat(product.<Object>getList("fixedInputs"))
                .containsExactly(Map.of("name", "affiliation", "value", "external"));
        assertThat(product.getList("allProductBlockNames")).containsExactly("UserBlock", "UserGroupBlock");
    }

    @Test
    void tellsWhatIsAroundAPage() {
        JsonPath bounds = bounds("first: 1, after: 1");

        assertThat(bounds.getBoolean("hasNextPage")).isTrue();
        assertThat(bounds.getBoolean("hasPreviousPage")).isTrue();
        assertThat(bounds.getInt("startCursor")).isEqualTo(1);
        assertThat(bounds.getInt("endCursor")).isEqualTo(1);
        assertThat(bounds.getInt("totalItems")).isEqualTo(3);
        assertThat(bounds.getList("sortFields")).contains("createdAt", "productType");
        assertThat(bounds.getList("filterFields")).contains("created_at", "product_block", "product_type");
    }

    @Test
    void tellsTheTotalAlsoOfAnEmptyPage() {
        JsonPath nothingAsked = bounds("first: 0");
        assertThat(nothingAsked.getBoolean("hasNextPage")).isTrue();
        assertThat(nothingAsked.getInt("endCursor")).isEqualTo(-1);
        assertThat(nothingAsked.getString("startCursor")).isNull();
        assertThat(nothingAsked.getInt("totalItems")).isEqualTo(3);

        JsonPath behindTheEnd = bounds("first: 10, after: 7");
        assertThat(behindTheEnd.getBoolean("hasNextPage")).isFalse();
        assertThat(behindTheEnd.getInt("totalItems")).isEqualTo(3);
    }

    @Test
    void pagesTheSubscriptionsOfEachProductByItself() {
        JsonPath response = ask("""
                query($filterBy: [GraphqlFilter!]) {
                  products(sortBy: {field: "name"}) { page { name
                    subscriptions(first: 2, after: 1, filterBy: $filterBy, sortBy: {field: "startDate"}) {
                      page { description } pageInfo { totalItems hasNextPage startCursor } } } } }
                """, Map.of("filterBy", List.of(Map.of("field", "status", "value", "!terminated"))));

        assertThat(response.getList("errors")).isNull();
        assertThat(response.getList("data.products.page.name"))
                .containsExactly("User external", "User Group", "User internal");
        assertThat(response.getList("data.products.page.subscriptions.pageInfo.totalItems"))
                .containsExactly(0, 1, 59);
        assertThat(response.getList("data.products.page.subscriptions.pageInfo.hasNextPage"))
                .containsExactly(false, false, true);
        assertThat(response.getList("data.products.page[2].subscriptions.page.description"))
                .containsExactly("User u2 from group Alpha (internal)", "User u3 from group Alpha (internal)");
    }

    @Test
    void readsEachKindOfThingOnceWhateverTheNumberOfProducts() {
        statements.reset();

        ask("{ products { page { name productBlocks { name resourceTypes { resourceType } dependsOn { name } }"
                + " fixedInputs { name } workflows { name } subscriptions { page { description } } } } }");

        assertThat(statements.count()).isEqualTo(7);
    }

    @Test
    void answersTheSameFieldAskedWithOtherArgumentsByItself() {
        JsonPath response = ask("""
                { products(filterBy: {field: "tag", value: "USER_INT"}) { page {
                    ended: subscriptions(filterBy: {field: "status", value: "terminated"}) { pageInfo { totalItems } }
                    coming: subscriptions(filterBy: {field: "status", value: "initial|provisioning"}) { pageInfo { totalItems } } } } }
                """);

        assertThat(response.getInt("data.products.page[0].ended.pageInfo.totalItems"))
                .isEqualTo(1);
        assertThat(response.getInt("data.products.page[0].coming.pageInfo.totalItems"))
                .isEqualTo(9);
    }

    private static JsonPath bounds(String arguments) {
        return ask("{ products(" + arguments
                        + ") { pageInfo { endCursor hasNextPage hasPreviousPage startCursor totalItems"
                        + " sortFields filterFields } } }")
                .setRootPath("data.products.pageInfo");
    }
}
