package dev.orchestrator.api.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.orchestrator.testkit.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(RestProfile.class)
class CallbackResourceTest {
    private static final String PROCESS = "c0000000-0000-4000-8000-000000000001";
    private static final String ROUTE = "/api/processes/" + PROCESS + "/callback/";

    TestDatabase database;

    @BeforeEach
    void awaitACallback() {
        database.execute("""
                TRUNCATE processes CASCADE;
                INSERT INTO processes (pid, workflow_id, last_status, started_at, last_modified_at, is_task)
                SELECT '%1$s', workflow_id, 'awaiting_callback', now(), now(), true FROM workflows WHERE name = 'task_sync_users';
                INSERT INTO process_steps (stepid, pid, step_key, name, status, state, started_at, completed_at) VALUES
                    (gen_random_uuid(), '%1$s', 'ask/endpoint', 'Create endpoint', 'success',
                     '{"__callback_token": "secret", "__callback_result_key": "result"}', now(), now()),
                    (gen_random_uuid(), '%1$s', 'ask/await', 'Ask - Await callback', 'awaiting_callback', '{}', now(), now());
                """.formatted(PROCESS));
    }

    @Test
    void takesTheReport() {
        given().contentType(JSON)
                .body("{\"status\": \"ok\"}")
                .post(ROUTE + "secret")
                .then()
                .statusCode(200)
                .body("", anEmptyMap());

        assertThat(database.query("SELECT last_status FROM processes")).hasToString("[[resumed]]");
        assertThat(database.query("SELECT state ->> 'result' FROM process_steps ORDER BY sequence DESC LIMIT 1"))
                .hasToString("[[{\"status\": \"ok\"}]]");
        assertThat(database.query("SELECT count(*) FROM process_queue")).hasToString("[[1]]");
    }

    @Test
    void refusesAWrongToken() {
        given().contentType(JSON)
                .body("{}")
                .post(ROUTE + "guess")
                .then()
                .statusCode(404)
                .body("title", equalTo("Not Found"))
                .body("status", equalTo(404));

        assertThat(database.query("SELECT last_status FROM processes")).hasToString("[[awaiting_callback]]");
    }

    @Test
    void refusesASecondReport() {
        given().contentType(JSON).body("{}").post(ROUTE + "secret").then().statusCode(200);

        given().contentType(JSON).body("{}").post(ROUTE + "secret").then().statusCode(409);
    }

    @Test
    void keepsTheProgress() {
        given().contentType(JSON)
                .body("{\"done\": 3}")
                .post(ROUTE + "secret/progress")
                .then()
                .statusCode(200);

        assertThat(database.query(
                        "SELECT state ->> 'callback_progress' FROM process_steps WHERE step_key = 'ask/await'"))
                .hasToString("[[{\"done\": 3}]]");
    }

    @Test
    void refusesAReportThatTheStepDoesNotExpectAndTellsEachField() {
        given().contentType(JSON)
                .body("{\"status\": \"x\", \"users\": \"many\", \"more\": 1}")
                .post(ROUTE + "secret")
                .then()
                .statusCode(422)
                .body("code", equalTo("INVALID_REPORT"))
                .body("title", equalTo("Unprocessable Entity"))
                .body("detail", containsString("status (String should have at least 2 characters)"))
                .body("validation_errors.type", contains("string_too_short", "int_parsing"))
                .body("validation_errors[1].loc", contains("users"))
                .body("validation_errors[1].input", equalTo("many"));

        assertThat(database.query("SELECT last_status FROM processes")).hasToString("[[awaiting_callback]]");
        assertThat(database.query("SELECT count(*) FROM process_steps")).hasToString("[[2]]");
        assertThat(database.query("SELECT count(*) FROM process_queue")).hasToString("[[0]]");
    }

    @Test
    void keepsWhatAReportSaysBeyondWhatIsExpected() {
        given().contentType(JSON)
                .body("{\"users\": \"12\", \"more\": 1}")
                .post(ROUTE + "secret")
                .then()
                .statusCode(200);

        assertThat(database.query(
                        "SELECT state -> 'result' ->> 'users', state -> 'result' ->> 'more' FROM process_steps"
                                + " ORDER BY sequence DESC LIMIT 1"))
                .hasToString("[[12, 1]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "[]", "null", ""})
    void refusesProgressThatIsNoTextAndNoObject(String progress) {
        given().contentType(JSON)
                .body(progress)
                .post(ROUTE + "secret/progress")
                .then()
                .statusCode(422)
                .body("code", equalTo("INVALID_REPORT"));

        assertThat(database.query("SELECT state FROM process_steps WHERE step_key = 'ask/await'"))
                .hasToString("[[{}]]");
    }

    @Test
    void refusesWhatIsNoJson() {
        given().contentType(JSON).body("{").post(ROUTE + "secret").then().statusCode(422);

        assertThat(database.query("SELECT last_status FROM processes")).hasToString("[[awaiting_callback]]");
    }
}
