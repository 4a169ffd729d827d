package dev.orchestrator.api.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;

import dev.orchestrator.testkit.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
    void refusesWhatIsNoJson() {
        given().contentType(JSON).body("{").post(ROUTE + "secret").then().statusCode(422);

        assertThat(database.query("SELECT last_status FROM processes")).hasToString("[[awaiting_callback]]");
    }
}
