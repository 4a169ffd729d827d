package dev.orchestrator.api.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RestProfile.class)
class CatalogueResourcesTest {
    private static final String GROUP = "/api/products/a0000000-0000-4000-8000-000000000001";
    private static final String INTERNAL = "/api/products/a0000000-0000-4000-8000-000000000002";
    private static final String USER_BLOCK = "/api/product_blocks/b0000000-0000-4000-8000-000000000002";
    private static final String AGE = "/api/resource_types/c0000000-0000-4000-8000-000000000004";
    private static final String SYNC_USERS = "/api/workflows/d0000000-0000-4000-8000-000000000005";

    @Test
    void listsProductsByNameWithAllThatBelongsToThem() {
        when().get("/api/products/")
                .then()
                .statusCode(200)
                .body("name", contains("User Group", "User external", "User internal"))
                .body("[2].product_blocks.name", contains("UserBlock"))
                .body("[2].product_blocks[0].resource_types.resource_type", contains("age", "user_id", "username"))
                .body("[2].fixed_inputs[0].value", equalTo("internal"))
                .body("[0].workflows.name", hasItem("create_user_group"))
                .body("[1].status", equalTo("phase out"))
                .body("[0].created_at", equalTo(1767261600.0f));
    }

    @Test
    void listsTheProductsOfATagOrType() {
        given().queryParam("tag", "USER_EXT").get("/api/products").then().body("name", contains("User external"));
        given().queryParam("product_type", "User")
                .get("/api/products")
                .then()
                .body("name", contains("User external", "User internal"));
    }

    @Test
    void showsOneProduct() {
        when().get(INTERNAL)
                .then()
                .statusCode(200)
                .body("tag", equalTo("USER_INT"))
                .body("end_date", nullValue());
    }

    @Test
    void changesDescriptionAndStatusInBothSpellings() {
        given().contentType(JSON)
                .body("{\"description\": \"changed\", \"status\": \"pre_production\"}")
                .patch("/api/products/a0000000-0000-4000-8000-000000000003")
                .then()
                .statusCode(201)
                .body("status", equalTo("pre production"))
                .body("description", equalTo("changed"));
        given().contentType(JSON)
                .body("{\"status\": \"phase out\"}")
                .patch("/api/products/a0000000-0000-4000-8000-000000000003")
                .then()
                .statusCode(201)
                .body("status", equalTo("phase out"));
        when().get("/api/products/a0000000-0000-4000-8000-000000000003")
                .then()
                .body("status", equalTo("phase out"))
                .body("description", equalTo("changed"));
    }

    @Test
    void refusesTheEndOfLifeOfAProductInUse() {
        given().contentType(JSON)
                .body("{\"status\": \"end_of_life\"}")
                .patch(GROUP)
                .then()
                .statusCode(400)
                .body("title", equalTo("Bad Request"))
                .body("detail", containsString("3 of its subscriptions are not terminated"));
    }

    @Test
    void refusesAStatusThatIsNone() {
        given().contentType(JSON)
                .body("{\"status\": \"gone\", \"description\": 5}")
                .patch(GROUP)
                .then()
                .statusCode(422)
                .body("detail.type", contains("string_type", "enum"));
    }

    @Test
    void describesABlock() {
        given().contentType(JSON)
                .body("{\"description\": \"a user\"}")
                .patch(USER_BLOCK)
                .then()
                .statusCode(201)
                .body("description", equalTo("a user"))
                .body("resource_types.size()", equalTo(3));
        when().get(USER_BLOCK).then().body("description", equalTo("a user"));
        when().get("/api/product_blocks").then().body("name", contains("UserBlock", "UserGroupBlock"));
    }

    @Test
    void describesAResourceType() {
        given().contentType(JSON)
                .body("{\"description\": null}")
                .patch(AGE)
                .then()
                .statusCode(201)
                .body("description", nullValue());
        when().get(AGE).then().body("description", nullValue()).body("resource_type", equalTo("age"));
        when().get("/api/resource_types/").then().body("size()", equalTo(5));
    }

    @Test
    void showsAWorkflowWithTheNamesOfItsSteps() {
        when().get(SYNC_USERS)
                .then()
                .statusCode(200)
                .body("target", equalTo("SYSTEM"))
                .body("is_task", equalTo(true))
                .body("steps.name", contains("Start", "Count users", "Sync users", "Ask the directory", "Done"));
    }

    @Test
    void listsWorkflowsOfATargetWithoutTheDeletedOnes() {
        given().queryParam("target", "CREATE")
                .get("/api/workflows/")
                .then()
                .statusCode(200)
                .body("name", contains("create_user", "create_user_group"));
    }

    @Test
    void describesAWorkflow() {
        given().contentType(JSON)
                .body("{\"description\": \"Synchronise\"}")
                .patch(SYNC_USERS)
                .then()
                .statusCode(201)
                .body("description", equalTo("Synchronise"));
    }
}
