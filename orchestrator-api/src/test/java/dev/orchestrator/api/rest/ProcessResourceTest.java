package dev.orchestrator.api.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.orchestrator.testkit.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RestProfile.class)
class ProcessResourceTest {
    private static final String USER_GROUP = "a0000000-0000-4000-8000-000000000001";
    private static final String ALPHA = "e0000000-0000-4000-8000-000000000001";

    TestDatabase database;

    @BeforeEach
    void forgetProcesses() {
        database.execute("TRUNCATE processes CASCADE; UPDATE engine_settings SET global_lock = false");
    }

    @Test
    void asksForTheProductFirst() {
        given().contentType(JSON)
                .body("[]")
                .post("/api/processes/create_user_group")
                .then()
                .statusCode(510)
                .body("type", equalTo("FormNotCompleteError"))
                .body("title", equalTo("Form not complete"))
                .body("status", equalTo(510))
                .body("meta", nullValue())
                .body("form.'$defs'.ProductChoice.options.'" + USER_GROUP + "'", equalTo("User Group"));
    }

    @Test
    void asksForTheNextPageAndSaysWhetherOneFollows() {
        given().contentType(JSON)
                .body("[{\"product\": \"" + USER_GROUP + "\"}]")
                .post("/api/processes/create_user_group")
                .then()
                .statusCode(510)
                .body("meta.hasNext", equalTo(true))
                .body("form.title", equalTo("User Group"))
                .body("form.properties.group_name.minLength", equalTo(2));
    }

    @Test
    void tellsWhatIsWrongWithAPage() {
        given().contentType(JSON)
                .body("[{\"product\": \"" + USER_GROUP + "\"}, {\"group_name\": \"x\", \"more\": 1}]")
                .post("/api/processes/create_user_group")
                .then()
                .statusCode(400)
                .body("type", equalTo("FormValidationError"))
                .body("title", equalTo("Form not valid"))
                .body("validation_errors.type", contains("string_too_short", "extra_forbidden"))
                .body("validation_errors[0].loc", contains("group_name"))
                .body("validation_errors[0].ctx.min_length", equalTo(2));
    }

    @Test
    void refusesMorePagesThanTheFormHas() {
        given().contentType(JSON)
                .body("[{}, {}]")
                .post("/api/processes/task_sync_users")
                .then()
                .statusCode(500)
                .body("type", equalTo("FormOverflowError"))
                .body("detail", equalTo("Did not process all user_inputs (1 remaining)"))
                .body("title", equalTo("Internal Server Error"));
    }

    @Test
    void startsAProcessOnceAllPagesAreThere() {
        String id = start("create_user_group", "[{\"product\": \"" + USER_GROUP + "\"}, {\"group_name\": \"Delta\"}]");
        when().get("/api/processes/" + id)
                .then()
                .statusCode(200)
                .body("workflow_name", equalTo("create_user_group"))
                .body("workflow_target", equalTo("CREATE"))
                .body("last_status", equalTo("created"))
                .body("is_task", equalTo(false))
                .body("created_by", equalTo("ada"))
                .body("current_state.process_id", equalTo(id))
                .body("current_state.reporter", equalTo("ada"))
                .body("current_state.group_name", equalTo("Delta"))
                .body("current_state.product_name", equalTo("User Group"))
                .body("subscriptions", hasSize(0))
                .body("form", nullValue())
                .body("steps[0].name", equalTo("Start"))
                .body("steps[0].status", equalTo("success"))
                .body("steps[1].status", equalTo("pending"))
                .body("steps[1].step_id", nullValue())
                .body("steps.name", hasItem("Provision user group"))
                .body("$", hasKey("traceback"));
        assertThat(database.query("SELECT workflow FROM process_queue")).containsExactly(List.of("create_user_group"));
    }

    @Test
    void showsTheFormOfASuspendedProcessAndResumesIt() {
        String id = SuspendedProcess.in(database);
        when().get("/api/processes/" + id)
                .then()
                .statusCode(200)
                .body("last_status", equalTo("suspended"))
                .body("form.title", equalTo("Approve change"))
                .body("form.required", contains("remark"))
                .body("subscriptions[0].subscription_id", equalTo(ALPHA))
                .body("subscriptions[0].customer_descriptions", nullValue())
                .body("subscriptions[0].product.created_at", nullValue())
                .body("product_id", equalTo(USER_GROUP))
                .body("steps[2].state.group_name", equalTo("Omega"))
                .body("steps[2].state_delta", not(hasKey("group_name")))
                .body("steps.name", hasItem("Modify user group"));
        for (String empty : List.of("", "{}", "[]", "null")) {
            given().contentType(JSON)
                    .body(empty)
                    .put("/api/processes/" + id + "/resume")
                    .then()
                    .statusCode(400)
                    .body("validation_errors[0].type", equalTo("missing"));
        }
        given().contentType(JSON)
                .body("[{\"remark\": \"yes\"}]")
                .queryParam("reporter", "bob")
                .put("/api/processes/" + id + "/resume/")
                .then()
                .statusCode(204);
        when().get("/api/processes/" + id)
                .then()
                .body("last_status", equalTo("resumed"))
                .body("current_state.remark", equalTo("yes"))
                .body("form", nullValue());
        given().contentType(JSON)
                .body("[{\"remark\": \"yes\"}]")
                .put("/api/processes/" + id + "/resume")
                .then()
                .statusCode(409)
                .body("detail", containsString("can't be resumed"));
    }

    @Test
    void saysThatAProcessIsOnAVersionThatNobodyHas() {
        String id = SuspendedProcess.in(database);
        database.execute("UPDATE processes SET workflow_version = 7 WHERE pid = '" + id + "'");
        when().get("/api/processes/" + id)
                .then()
                .statusCode(200)
                .body("workflow_version", equalTo(7))
                .body("waits_for_version", equalTo(true))
                .body("form", nullValue());
        given().contentType(JSON)
                .body("[{\"remark\": \"yes\"}]")
                .put("/api/processes/" + id + "/resume")
                .then()
                .statusCode(409)
                .body("detail", containsString("The process runs on version 7 of workflow 'modify_user_group'"));
    }

    @Test
    void saysThatAVersionHasAWorker() {
        String id = SuspendedProcess.in(database);
        database.execute(
                "INSERT INTO workers VALUES ('w', now(), now(), '[{\"name\": \"modify_user_group\", \"version\": 1}]')");
        try {
            when().get("/api/processes/" + id).then().body("waits_for_version", equalTo(false));
        } finally {
            database.execute("DELETE FROM workers");
        }
    }

    @Test
    void retriesWhatFailedAndAllTasksTogether() {
        String id = task("failed");
        given().contentType(JSON)
                .body("{}")
                .put("/api/processes/" + id + "/resume")
                .then()
                .statusCode(204);
        task("waiting");
        task("inconsistent_data");
        when().put("/api/processes/resume-all").then().statusCode(200).body("count", equalTo(2));
    }

    @Test
    void abortsOnceAndForgivesTheSecondTime() {
        String id = task("failed");
        when().put("/api/processes/" + id + "/abort").then().statusCode(204);
        when().put("/api/processes/" + id + "/abort").then().statusCode(204);
        when().get("/api/processes/" + id)
                .then()
                .body("last_status", equalTo("aborted"))
                .body("steps.findAll { it.name == 'User Aborted' }", hasSize(1));
    }

    @Test
    void deletesTasksOnly() {
        String task = task("failed");
        when().delete("/api/processes/" + task).then().statusCode(204);
        when().get("/api/processes/" + task).then().statusCode(404);
        when().delete("/api/processes/" + SuspendedProcess.in(database))
                .then()
                .statusCode(400)
                .body("title", equalTo("Bad Request"));
    }

    @Test
    void listsAPartOfTheWholeAndSaysWhich() {
        for (int i = 0; i < 5; i++) {
            task("failed");
        }
        Response page = given().queryParam("range", "2,4")
                .queryParam("sort", "startedAt,asc")
                .queryParam("filter", "isTask,true")
                .get("/api/processes/");
        page.then()
                .statusCode(200)
                .header("Content-Range", "processes 2-4/5")
                .body("", hasSize(2))
                .body("[0].steps", nullValue())
                .body("[0].current_state", nullValue())
                .body("[0].form", nullValue())
                .body("[0].last_status", equalTo("failed"));
        given().queryParam("range", "2,4")
                .queryParam("sort", "startedAt,asc")
                .queryParam("filter", "isTask,true")
                .header("If-None-Match", page.header("ETag"))
                .get("/api/processes/")
                .then()
                .statusCode(304);
    }

    @Test
    void showsWhoHasStartedAProcessAndWhatItHasStarted() {
        String parent = task("waiting");
        String second = child(parent, 1, "failed");
        String first = child(parent, 0, "completed");

        when().get("/api/processes/" + parent)
                .then()
                .body("parent_process_id", nullValue())
                .body("children.process_id", contains(first, second))
                .body("children.item", contains(0, 1))
                .body("children.last_status", contains("completed", "failed"))
                .body("children[0].workflow_name", equalTo("task_sync_users"));
        when().get("/api/processes/" + second)
                .then()
                .body("parent_process_id", equalTo(parent))
                .body("children", hasSize(0));
        given().queryParam("filter", "parentProcessId," + parent)
                .get("/api/processes/")
                .then()
                .body("process_id", containsInAnyOrder(first, second))
                .body("[0].parent_process_id", equalTo(parent))
                .body("[0].children", nullValue());
    }

    @Test
    void tellsWhichProcessHoldsTheSubscription() {
        String pages = "[{\"subscription_id\": \"" + ALPHA + "\"}, {\"group_name\": \"Omega\"}]";
        String holder = start("modify_user_group", pages);

        given().contentType(JSON)
                .body(pages)
                .post("/api/processes/modify_user_group")
                .then()
                .statusCode(409)
                .body("code", equalTo("SUBSCRIPTION_BUSY"))
                .body("process_id", equalTo(holder))
                .body("detail", containsString(holder));
    }

    @Test
    void countsByStatus() {
        task("failed");
        task("failed");
        SuspendedProcess.in(database);
        when().get("/api/processes/status-counts")
                .then()
                .statusCode(200)
                .body("task_counts.failed", equalTo(2))
                .body("process_counts.suspended", equalTo(1))
                .body("process_counts", not(hasKey("failed")));
    }

    @Test
    void keepsANote() {
        String id = task("failed");
        given().contentType(JSON)
                .body("{\"note\": \"look at this 🦊\"}")
                .patch("/api/processes/" + id)
                .then()
                .statusCode(200)
                .body("note", equalTo("look at this 🦊"))
                .body("process_id", equalTo(id));
        given().contentType(JSON)
                .body("{\"note\": null}")
                .patch("/api/processes/" + id)
                .then()
                .body("note", nullValue());
    }

    @Test
    void refusesToStartWhatMayNotRunTwice() {
        database.execute("""
                INSERT INTO processes (pid, workflow_id, last_status, started_at, last_modified_at, is_task)
                VALUES (gen_random_uuid(), 'd0000000-0000-4000-8000-000000000004', 'running', now(), now(), true);
                """);
        given().contentType(JSON)
                .body("[]")
                .post("/api/processes/validate_user_group")
                .then()
                .statusCode(412)
                .body("title", equalTo("Precondition Failed"));
    }

    private static String start(String workflow, String pages) {
        return given().contentType(JSON)
                .body(pages)
                .queryParam("reporter", "ada")
                .post("/api/processes/" + workflow)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String task(String status) {
        String id = UUID.randomUUID().toString();
        database.execute("""
                INSERT INTO processes (pid, workflow_id, last_status, last_step, started_at, last_modified_at, is_task)
                VALUES ('%1$s', 'd0000000-0000-4000-8000-000000000005', '%2$s', 'Count users', now(), now(), true);
                INSERT INTO process_steps (stepid, pid, name, status, state, completed_at, step_key)
                VALUES (gen_random_uuid(), '%1$s', 'Start', 'success', '{}', now(), 'start');
                """.formatted(id, status));
        return id;
    }

    private String child(String parent, int item, String status) {
        String id = task(status);
        database.execute(
                "UPDATE processes SET parent_pid = '%s', parent_step = 'each', parent_item = %d, started_at = '2026-01-01'"
                                .formatted(parent, item)
                        + " WHERE pid = '" + id + "'");
        return id;
    }
}
