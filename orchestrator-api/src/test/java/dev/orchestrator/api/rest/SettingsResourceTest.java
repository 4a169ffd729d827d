package dev.orchestrator.api.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import dev.orchestrator.testkit.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RestProfile.class)
class SettingsResourceTest {
    TestDatabase database;

    @BeforeEach
    void leaveNothingToDo() {
        database.execute("TRUNCATE processes CASCADE");
    }

    @Test
    void pausesAndStartsTheEngine() {
        given().contentType(JSON)
                .body("{\"global_lock\": true}")
                .put("/api/settings/status")
                .then()
                .statusCode(200)
                .body("global_lock", equalTo(true))
                .body("global_status", equalTo("PAUSED"))
                .body("running_processes", equalTo(0));
        given().contentType(JSON)
                .body("{\"global_lock\": false}")
                .put("/api/settings/status/")
                .then()
                .statusCode(200);
        when().get("/api/settings/status").then().body("global_status", equalTo("RUNNING"));
    }

    @Test
    void countsWorkersAndWhatTheyHaveToDo() {
        database.execute("""
                INSERT INTO workers VALUES ('here', now(), now(), '[]'), ('gone', now(), now() - interval '1 hour', '[]');
                """);
        when().get("/api/settings/worker-status")
                .then()
                .statusCode(200)
                .body("number_of_workers_online", equalTo(1))
                .body("number_of_queued_jobs", equalTo(0))
                .body("number_of_running_jobs", equalTo(0))
                .body("executor_type", equalTo("celery"));
    }

    @Test
    void tellsPrometheusHowDeepTheQueueIs() {
        when().get("/api/metrics")
                .then()
                .statusCode(200)
                .contentType(containsString("text/plain"))
                .body(containsString("\n# TYPE orchestrator_queue_due gauge\norchestrator_queue_due 0\n"));
    }

    @Test
    void answersEachQuestionAboutCachesWithJson() {
        when().get("/api/settings/cache-names").then().statusCode(200).body("$", hasKey("all"));
        assertThat(when().delete("/api/settings/cache/all")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo("0");
        assertThat(when().post("/api/settings/search-index/reset")
                        .then()
                        .statusCode(200)
                        .contentType("application/json")
                        .extract()
                        .asString())
                .isEqualTo("null");
        when().get("/api/settings/overview").then().statusCode(200).contentType("application/json");
    }

    @Test
    void saysThatItIsWell() {
        assertThat(when().get("/api/health/").then().statusCode(200).extract().asString())
                .isEqualTo("\"OK\"");
        when().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        when().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void translatesForTheLanguageAskedAndForNone() {
        when().get("/api/translations/en-GB")
                .then()
                .statusCode(200)
                .body("workflow.modify_note", equalTo("Modify note"))
                .body("workflow.task_sync_users", equalTo("Synchronise users"))
                .body("forms.fields.note", equalTo("Remark"));
        when().get("/api/translations/").then().statusCode(200).body("forms.fields", hasKey("product"));
        when().get("/api/translations/xx-XX")
                .then()
                .statusCode(404)
                .body("detail", containsString("xx-XX"))
                .body("title", equalTo("Not Found"));
    }

    @Test
    void takesWhatClientsReport() {
        given().contentType(JSON)
                .body("{\"message\": \"oops\\nforged line\"}")
                .post("/api/user/error")
                .then()
                .statusCode(200)
                .body("size()", equalTo(0));
        given().contentType(JSON)
                .body("{\"message\": \"hello\"}")
                .post("/api/user/log/ada")
                .then()
                .statusCode(200);
    }

    @Test
    void showsItsInterfaceAsOpenApi() {
        when().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/api/products/{product_id}'.get.operationId", equalTo("get_product"));
        when().get("/q/swagger-ui/").then().statusCode(200);
    }
}
