package dev.orchestrator.api.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.orchestrator.testkit.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RestProfile.class)
class SubscriptionResourceTest {
    private static final String ALPHA = "e0000000-0000-4000-8000-000000000001";
    private static final String ADA = "e0000000-0000-4000-8000-000000000002";
    private static final String BETA = "e0000000-0000-4000-8000-000000000004";
    private static final String GAMMA = "e0000000-0000-4000-8000-000000000005";
    private static final String DESCRIPTIONS = "/api/subscription_customer_descriptions";

    TestDatabase database;

    @Test
    void listsAPartOfTheWholeAndSaysWhich() {
        given().queryParam("range", "0,2")
                .queryParam("sort", "description,desc")
                .queryParam("filter", "status,active")
                .get("/api/subscriptions/")
                .then()
                .statusCode(200)
                .header("Content-Range", "subscriptions 0-2/4")
                .body("description", contains("User Group Gamma", "User Group Beta"))
                .body("[0].insync", equalTo(false))
                .body("[0].product.tag", equalTo("GROUP"))
                .body("[0].name", equalTo("User Group"))
                .body("[0]", not(hasKey("metadata")));
    }

    @Test
    void refusesAFilterThatNamesNoField() {
        given().queryParam("filter", "colour,red")
                .get("/api/subscriptions")
                .then()
                .statusCode(400)
                .body("title", equalTo("Bad Request"));
    }

    @Test
    void searchesWithMetadata() {
        given().queryParam("query", "ada")
                .get("/api/subscriptions/search")
                .then()
                .statusCode(200)
                .body("subscription_id", contains(ADA))
                .body("[0].metadata.source", equalTo("workshop"));
        when().get("/api/subscriptions/search")
                .then()
                .statusCode(422)
                .body("detail[0].type", equalTo("missing"))
                .body("detail[0].loc", contains("query", "query"));
    }

    @Test
    void showsOneSubscription() {
        when().get("/api/subscriptions/" + ADA)
                .then()
                .statusCode(200)
                .body("note", equalTo("first of all"))
                .body("status", equalTo("active"));
    }

    @Test
    void showsTheDomainModelAndKnowsItAgain() {
        String tag = when().get("/api/subscriptions/domain-model/" + ADA)
                .then()
                .statusCode(200)
                .body("user.username", equalTo("ada"))
                .body("user.group.group_name", equalTo("Alpha"))
                .body("user.group.owner_subscription_id", equalTo(ALPHA))
                .body("user.group.in_use_by_ids", empty())
                .body("affiliation", equalTo("internal"))
                .body("product_id", nullValue())
                .body("customer_descriptions", empty())
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag)
                .get("/api/subscriptions/domain-model/" + ADA)
                .then()
                .statusCode(304);
        when().get("/api/subscriptions/domain-model/" + ALPHA)
                .then()
                .body("user_group.in_use_by_relations.subscription_id", contains(ADA));
    }

    @Test
    void showsDirectRelationsBothWays() {
        when().get("/api/subscriptions/in_use_by/" + ALPHA).then().body("subscription_id", contains(ADA));
        when().get("/api/subscriptions/depends_on/" + ADA).then().body("subscription_id", contains(ALPHA));
        when().get("/api/subscriptions/depends_on/" + ALPHA).then().body("", empty());
        when().get("/api/subscriptions/depends_on/00000000-0000-4000-8000-000000000000")
                .then()
                .statusCode(404);
    }

    @Test
    void saysWhyAWorkflowCantBeStarted() {
        when().get("/api/subscriptions/workflows/" + ALPHA)
                .then()
                .statusCode(200)
                .body("", not(hasKey("reason")))
                .body("create[0].name", equalTo("create_user_group"))
                .body("create[0].reason", equalTo("subscription.no_modify_invalid_status"))
                .body("create[0].usable_when", empty())
                .body("create[0].status", equalTo("active"))
                .body("create[0].action", equalTo("modify"))
                .body("modify[0].name", equalTo("modify_user_group"))
                .body("modify[0].description", equalTo("Modify user group"))
                .body("modify[0]", not(hasKey("reason")))
                .body("terminate[0].reason", equalTo("subscription.no_modify_in_use_by_subscription"))
                .body("terminate[0].unterminated_in_use_by_subscriptions", contains(ADA))
                .body("validate[0]", not(hasKey("reason")))
                .body("system", empty());
    }

    @Test
    void letsAGroupGoThatOnlyATerminatedUserUses() {
        when().get("/api/subscriptions/workflows/" + BETA)
                .then()
                .body("terminate[0].name", equalTo("terminate_user_group"))
                .body("terminate[0]", not(hasKey("reason")));
    }

    @Test
    void refusesAllButTasksWhileOutOfSync() {
        when().get("/api/subscriptions/workflows/" + GAMMA)
                .then()
                .body("reason", equalTo("subscription.not_in_sync"))
                .body("modify[0].reason", equalTo("subscription.not_in_sync"))
                .body("validate[0]", not(hasKey("reason")));
    }

    @Test
    void refusesWhileARelatedSubscriptionIsOutOfSync() {
        database.execute("UPDATE subscriptions SET insync = false WHERE subscription_id = '" + ADA + "'");
        when().get("/api/subscriptions/workflows/" + ALPHA)
                .then()
                .body("reason", equalTo("subscription.relations_not_in_sync"))
                .body("locked_relations", contains(ADA))
                .body(
                        "locked_relations_detail[0].subscription_description",
                        equalTo("User ada from group Alpha (internal)"))
                .body("modify[0].reason", equalTo("subscription.relations_not_in_sync"));
        database.execute("UPDATE subscriptions SET insync = true WHERE subscription_id = '" + ADA + "'");
    }

    @Test
    void setsInSyncOnceNoProcessIsLeft() {
        String process = "20000000-0000-4000-8000-000000000001";
        String subscription = "e0000000-0000-4000-8000-000000000009";
        database.execute("""
                INSERT INTO subscriptions (subscription_id, description, status, product_id, customer_id, insync)
                VALUES ('%2$s', 'stuck', 'initial', 'a0000000-0000-4000-8000-000000000001', 'c', false);
                INSERT INTO processes (pid, workflow_id, last_status, started_at, last_modified_at)
                VALUES ('%1$s', 'd0000000-0000-4000-8000-000000000011', 'failed', now(), now());
                INSERT INTO processes_subscriptions (pid, subscription_id) VALUES ('%1$s', '%2$s');
                """.formatted(process, subscription));
        when().put("/api/subscriptions/" + subscription + "/set_in_sync")
                .then()
                .statusCode(422)
                .body("title", equalTo("Unprocessable Entity"))
                .body(
                        "detail",
                        equalTo("Subscription " + subscription + " has still failed processes with id's: ['" + process
                                + "']"));
        database.execute("UPDATE processes SET last_status = 'aborted' WHERE pid = '" + process + "'");
        assertThat(when().put("/api/subscriptions/" + subscription + "/set_in_sync")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo("null");
        assertThat(database.query("SELECT insync, version FROM subscriptions WHERE description = 'stuck'"))
                .containsExactly(List.of("t", "2"));
        database.execute("DELETE FROM subscriptions WHERE subscription_id = '" + subscription + "'");
    }

    @Test
    void keepsWhatACustomerCallsASubscription() {
        String content = "\"customer_id\": \"me\", \"subscription_id\": \"" + ALPHA + "\"";
        given().contentType(JSON)
                .body("{" + content + ", \"description\": \"mine\"}")
                .post(DESCRIPTIONS)
                .then()
                .statusCode(204);
        given().contentType(JSON)
                .body("{" + content + ", \"description\": \"mine again\"}")
                .post(DESCRIPTIONS + "/")
                .then()
                .statusCode(409);
        String id = when().get(DESCRIPTIONS + "/customer/me/subscription/" + ALPHA)
                .then()
                .statusCode(200)
                .body("description", equalTo("mine"))
                .body("version", equalTo(1))
                .extract()
                .path("id");
        String change = "{" + content + ", \"id\": \"" + id + "\", \"description\": \"ours\", \"version\": 1}";
        given().contentType(JSON).body(change).put(DESCRIPTIONS).then().statusCode(204);
        given().contentType(JSON).body(change).put(DESCRIPTIONS).then().statusCode(400);
        when().get(DESCRIPTIONS + "/" + id)
                .then()
                .body("description", equalTo("ours"))
                .body("version", equalTo(2));
        when().delete(DESCRIPTIONS + "/" + id).then().statusCode(204);
        when().delete(DESCRIPTIONS + "/" + id).then().statusCode(404);
        given().contentType(JSON).body(change).put(DESCRIPTIONS).then().statusCode(404);
    }

    @Test
    void namesAllThatIsMissingInADescription() {
        given().contentType(JSON)
                .body("{\"subscription_id\": \"x\"}")
                .post(DESCRIPTIONS)
                .then()
                .statusCode(422)
                .body("detail.type", contains("missing", "missing", "uuid_parsing"))
                .body("detail", hasSize(3));
    }
}
