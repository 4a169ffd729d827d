package dev.orchestrator.api.graphql;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Map;

/** Asks the GraphQL endpoint as the web UI does. */
public final class Graphql {
    private Graphql() {}

    public static JsonPath ask(String document) {
        return ask(document, Map.of());
    }

    public static JsonPath ask(String document, Map<String, ?> variables) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("query", document, "variables", variables))
                .post("/api/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
