package dev.orchestrator.api.rest;

import static dev.orchestrator.api.graphql.Graphql.ask;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.orchestrator.testkit.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RestProfile.class)
class ProcessActionResourceTest {
    TestDatabase database;

    @BeforeEach
    void forgetProcesses() {
        database.execute("TRUNCATE processes, process_actions CASCADE; UPDATE engine_settings SET global_lock = false");
    }

    @Test
    void skipsAStepAndKeepsWhoAndWhy() {
        String id = failed();

        asAda("The switch is gone").put("/api/processes/" + id + "/skip").then().statusCode(204);

        when().get("/api/processes/" + id)
                .then()
                .body("last_status", equalTo("resumed"))
                .body("last_step", equalTo("Sync users"))
                .body("allowed_actions", contains("set_priority", "set_due_time", "abort"));
        when().get("/api/processes/" + id + "/history")
                .then()
                .statusCode(200)
                .body("kind", contains("step", "step", "step", "step", "action"))
                .body("find { it.kind == 'action' }.name", equalTo("skip"))
                .body("find { it.kind == 'action' }.created_by", equalTo("ada"))
                .body("find { it.kind == 'action' }.reason", equalTo("The switch is gone"))
                .body("find { it.status == 'skipped' }.created_by", equalTo("ada"))
                .body("find { it.status == 'failed' }.worker", equalTo("worker-1"))
                .body("find { it.status == 'failed' }.attempt", equalTo(2))
                .body("find { it.status == 'failed' }.earlier_attempts", hasSize(1));
        assertThat(database.query("SELECT count(*) FROM process_queue")).hasToString("[[1]]");
    }

    @Test
    void showsNoStackToThoseWhoMayNotSeeIt() {
        String id = failed();

        when().get("/api/processes/" + id + "/history")
                .then()
                .body("find { it.status == 'failed' }.detail.error", equalTo("The switch is off"))
                .body("find { it.status == 'failed' }.detail.traceback", nullValue());
        when().get("/api/processes/" + id)
                .then()
                .body("traceback", nullValue())
                .body(not(containsString("Switch.java")));
    }

    @Test
    void goesBackAndShowsWhatDoesNotCountAnyMore() {
        String id = failed();

        asAda("")
                .body("{\"step\": \"count\"}")
                .put("/api/processes/" + id + "/go-back")
                .then()
                .statusCode(204);

        when().get("/api/processes/" + id)
                .then()
                .body(
                        "steps.name",
                        contains(
                                "Start",
                                "Gone back to 'Count users'",
                                "Count users",
                                "Sync users",
                                "Ask the directory",
                                "Done"));
        when().get("/api/processes/" + id + "/history")
                .then()
                .body("findAll { it.superseded }.name", contains("Count users", "Sync users"));
    }

    @Test
    void editsTheStateAndLeavesTheProcessWhereItStands() {
        String id = failed();

        asAda("")
                .body("{\"user_count\": 7}")
                .patch("/api/processes/" + id + "/state")
                .then()
                .statusCode(204);

        when().get("/api/processes/" + id)
                .then()
                .body("last_status", equalTo("failed"))
                .body("current_state.user_count", equalTo(7))
                .body("current_state.error", equalTo("The switch is off"));
    }

    @Test
    void namesTheActionsThatAreAllowedInstead() {
        String id = failed();
        database.execute("UPDATE processes SET last_status = 'running'");

        asAda("")
                .put("/api/processes/" + id + "/retry")
                .then()
                .statusCode(409)
                .body("code", equalTo("ACTION_NOT_ALLOWED"))
                .body("allowed_actions", contains("set_priority", "abort"));
    }

    @Test
    void retriesWithPriority() {
        String id = failed();

        asAda("")
                .body("{\"priority\": 1}")
                .put("/api/processes/" + id + "/priority")
                .then()
                .statusCode(204);
        asAda("").put("/api/processes/" + id + "/retry").then().statusCode(204);
        asAda("")
                .body("{\"due_at\": \"2030-01-01T00:00:00+01:00\"}")
                .put("/api/processes/" + id + "/due")
                .then()
                .statusCode(204);

        assertThat(database.query("SELECT priority, due_at = '2029-12-31T23:00:00Z' FROM process_queue"))
                .containsExactly(List.of("1", "t"));
    }

    @Test
    void rehearsesAnActionOnManyAndThenDoesIt() {
        String failed = failed();
        failed();
        database.execute("UPDATE processes SET last_status = 'completed' WHERE pid <> '%s'".formatted(failed));
        String path = "/api/processes/actions?filter=workflowName,task_sync_users&dry_run=";

        asAda("")
                .body("{\"action\": \"retry\"}")
                .put(path + "true")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("possible", equalTo(1))
                .body("refused", equalTo(1))
                .body(
                        "results.find { it.outcome == 'refused' }.reason",
                        containsString("is completed can't be retried"));
        assertThat(database.query("SELECT count(*) FROM process_queue")).hasToString("[[0]]");

        asAda("").body("{\"action\": \"retry\"}").put(path + "false").then().body("done", equalTo(1));
        assertThat(database.query("SELECT pid::text FROM process_queue")).containsExactly(List.of(failed));
    }

    @Test
    void doesEachActionToMany() {
        for (String action : List.of(
                "{\"action\": \"skip\", \"step\": \"sync\"}",
                "{\"action\": \"go_back\", \"step\": \"count\"}",
                "{\"action\": \"edit_state\", \"state\": {\"user_count\": 9}}",
                "{\"action\": \"set_priority\", \"priority\": 3}",
                "{\"action\": \"abort\"}")) {
            forgetProcesses();
            failed();
            asAda("")
                    .body(action)
                    .put("/api/processes/actions?filter=lastStatus,failed")
                    .then()
                    .body("done", equalTo(1));
        }
        assertThat(database.query("SELECT last_status FROM processes")).hasToString("[[aborted]]");
    }

    @Test
    void actsOverGraphql() {
        String id = failed();
        String answer = " { __typename ... on MutationError { message details } } ";

        assertThat(ask("mutation { goBackToStep(processId: \"%s\", step: \"nowhere\")%s }".formatted(id, answer))
                        .getString("data.goBackToStep.message"))
                .contains("it can go back to one of [count, sync]");
        assertThat(ask("""
                mutation { editProcessState(processId: "%1$s", payload: {payload: {user_count: 3}})%2$s
                           setProcessPriority(processId: "%1$s", priority: 2)%2$s
                           skipStep(processId: "%1$s", step: "sync", reporter: "ada", reason: "gone")%2$s
                           retryProcess(processId: "%1$s")%2$s }
                """.formatted(id, answer)).getString("data.retryProcess.details"))
                .isEqualTo("ACTION_NOT_ALLOWED; allowed_actions: set_priority, set_due_time, abort");
        assertThat(ask("{ process(processId: \"%s\") { allowedActions history { name createdBy reason } } }"
                                .formatted(id))
                        .getList("data.process.history.findAll { it.createdBy == 'ada' }.name"))
                .contains("skip", "Sync users");
    }

    private static RequestSpecification asAda(String reason) {
        RequestSpecification request = given().contentType(JSON).queryParam("reporter", "ada");
        return reason.isEmpty() ? request : request.queryParam("reason", reason);
    }

    private String failed() {
        String id = UUID.randomUUID().toString();
        database.execute("""
                INSERT INTO processes (pid, workflow_id, last_status, last_step, failed_reason, traceback,
                                       started_at, last_modified_at, is_task)
                VALUES ('%1$s', 'd0000000-0000-4000-8000-000000000005', 'failed', 'Sync users', 'The switch is off',
                        'at Switch.java:1', now(), now(), true);
                INSERT INTO process_steps (stepid, pid, name, status, state, completed_at, step_key, worker, attempt, attempts)
                VALUES (gen_random_uuid(), '%1$s', 'Start', 'success', '{}', now(), 'start', NULL, 1, NULL),
                       (gen_random_uuid(), '%1$s', 'Count users', 'success', '{"user_count": 5}', now(), 'count', 'worker-1', 1, NULL),
                       (gen_random_uuid(), '%1$s', 'Sync users', 'failed',
                        '{"error": "The switch is off", "traceback": "at Switch.java:1"}', now(), 'sync', 'worker-1', 2,
                        jsonb_build_array(now()));
                """.formatted(id));
        return id;
    }
}
