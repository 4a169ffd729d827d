package org.example.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Asks what the metadata pages of the web UI ask, with the operations, variables and selections that it sends.
 *
 * @param graphql sends a request's body and gives that of the answer
 */
record MetadataPages(UnaryOperator<String> graphql) {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PAGE_INFO =
            "pageInfo { endCursor hasNextPage hasPreviousPage startCursor totalItems sortFields filterFields }";

    private static final String PRODUCTS = """
            query MetadataProducts($first: Int!, $after: Int!, $sortBy: [GraphqlSort!], $query: String) {
              products(first: $first, after: $after, sortBy: $sortBy, query: $query) {
                page {
                  productId name description tag createdAt productType status endDate
                  productBlocks { name }
                  fixedInputs { name value }
                } %s } }
            """.formatted(PAGE_INFO);

    private static final String PRODUCT_BLOCKS = """
            query MetadataProductBlocks($first: Int!, $after: Int!, $sortBy: [GraphqlSort!], $query: String) {
              productBlocks(first: $first, after: $after, sortBy: $sortBy, query: $query) {
                page {
                  productBlockId name tag description status createdAt endDate
                  resourceTypes { description resourceType resourceTypeId }
                  dependsOn { productBlockId name tag description status createdAt endDate }
                } %s } }
            """.formatted(PAGE_INFO);

    private static final String RESOURCE_TYPES = """
            query MetadataResourceTypes($first: Int!, $after: Int!, $sortBy: [GraphqlSort!], $query: String) {
              resourceTypes(first: $first, after: $after, sortBy: $sortBy, query: $query) {
                page {
                  resourceTypeId resourceType description
                  productBlocks { description name productBlockId status createdAt endDate }
                } %s } }
            """.formatted(PAGE_INFO);

    private static final String START_OPTIONS = """
            query StartOptions {
              workflows(first: 1000000, after: 0, filterBy: [{ field: "target", value: "CREATE" }]) {
                page { name isAllowed products { productType productId name tag status } } } }
            """;

    List<String> products() {
        return lines(
                list("MetadataProducts", PRODUCTS, "name").at("/products"),
                product -> List.of(
                        text(product, "name"),
                        text(product, "tag"),
                        text(product, "productType"),
                        text(product, "status"),
                        text(product, "description"),
                        sorted(product.get("productBlocks"), block -> text(block, "name")),
                        sorted(product.get("fixedInputs"), input -> text(input, "name") + "=" + text(input, "value"))));
    }

    List<String> productBlocks() {
        return lines(
                list("MetadataProductBlocks", PRODUCT_BLOCKS, "name").at("/productBlocks"),
                block -> List.of(
                        text(block, "name"),
                        text(block, "tag"),
                        text(block, "status"),
                        text(block, "description"),
                        sorted(block.get("dependsOn"), part -> text(part, "name")),
                        sorted(block.get("resourceTypes"), type -> text(type, "resourceType"))));
    }

    List<String> resourceTypes() {
        return lines(
                list("MetadataResourceTypes", RESOURCE_TYPES, "resourceType").at("/resourceTypes"),
                type -> List.of(
                        text(type, "resourceType"),
                        text(type, "description"),
                        sorted(type.get("productBlocks"), block -> text(block, "name"))));
    }

    List<String> workflows() {
        return workflows("MetadataWorkflows", "target", "CREATE|MODIFY|TERMINATE|RECONCILE");
    }

    List<String> tasks() {
        return workflows("MetadataTasks", "isTask", "true");
    }

    private List<String> workflows(String operation, String field, String value) {
        String query = """
                query %s($first: Int!, $after: Int!, $sortBy: [GraphqlSort!], $query: String) {
                  workflows(first: $first, after: $after, sortBy: $sortBy, query: $query,
                            filterBy: { field: "%s", value: "%s" }) {
                    page { workflowId name description target isTask products { tag } createdAt } %s } }
                """.formatted(operation, field, value, PAGE_INFO);
        return lines(
                list(operation, query, "name").at("/workflows"),
                workflow -> List.of(
                        text(workflow, "name"),
                        text(workflow, "target"),
                        text(workflow, "isTask"),
                        text(workflow, "description"),
                        sorted(workflow.get("products"), product -> text(product, "tag"))));
    }

    /** What the button for a new subscription offers, on every page. */
    List<String> startOptions() {
        return lines(
                answer(JSON.createObjectNode().put("query", START_OPTIONS).put("operationName", "StartOptions"))
                        .at("/workflows"),
                workflow -> List.of(
                        text(workflow, "name"),
                        text(workflow, "isAllowed"),
                        sorted(workflow.get("products"), product -> text(product, "name"))));
    }

    private JsonNode list(String operation, String query, String sortedBy) {
        ObjectNode request = JSON.createObjectNode().put("query", query).put("operationName", operation);
        request.putObject("variables")
                .put("first", 15)
                .put("after", 0)
                .putObject("sortBy")
                .put("field", sortedBy)
                .put("order", "ASC");
        return answer(request);
    }

    private JsonNode answer(ObjectNode request) {
        try {
            JsonNode answer = JSON.readTree(graphql.apply(request.toString()));
            assertThat(answer.has("errors")).as("errors of %s", answer).isFalse();
            return answer.get("data");
        } catch (JsonProcessingException broken) {
            throw new AssertionError("The answer is no JSON", broken);
        }
    }

    private static List<String> lines(JsonNode list, Function<JsonNode, List<String>> columns) {
        List<String> lines = new ArrayList<>();
        list.get("page").forEach(row -> lines.add(String.join(", ", columns.apply(row))));
        assertThat(list.at("/pageInfo/totalItems").asInt(lines.size())).isEqualTo(lines.size());
        return lines;
    }

    private static String text(JsonNode row, String column) {
        return row.get(column).asText();
    }

    private static String sorted(JsonNode rows, Function<JsonNode, String> shown) {
        List<String> all = new ArrayList<>();
        rows.forEach(row -> all.add(shown.apply(row)));
        return all.stream().sorted().collect(Collectors.joining(", ", "[", "]"));
    }
}
