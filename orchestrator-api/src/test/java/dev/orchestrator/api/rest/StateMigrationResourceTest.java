package dev.orchestrator.api.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.orchestrator.testkit.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RestProfile.class)
class StateMigrationResourceTest {
    private static final String MIGRATION = "/api/state-migrations/task_sync_users_0_to_1";

    TestDatabase database;

    @BeforeEach
    void forgetProcesses() {
        database.execute("TRUNCATE processes CASCADE");
    }

    @Test
    void tellsHowManyProcessesWaitForEach() {
        failed(7);
        failed(8);

        when().get("/api/state-migrations")
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].name", equalTo("task_sync_users_0_to_1"))
                .body("[0].source_version", equalTo(0))
                .body("[0].target_version", equalTo(1))
                .body("[0].processes", equalTo(2));
    }

    @Test
    void preparesThenMigratesThenMovesBack() {
        String process = failed(7);

        given().queryParam("reporter", "ada")
                .post(MIGRATION + "/prepare")
                .then()
                .statusCode(200)
                .body("ok", equalTo(true))
                .body("migrated", equalTo(1));
        when().get("/api/state-migrations/processes/" + process)
                .then()
                .body("[0].status", equalTo("prepared"))
                .body("[0].valid", equalTo(true))
                .body("[0].old_state.user_number", equalTo(7))
                .body("[0].new_state.user_name", equalTo("user-7"))
                .body("[0].prepared_by", equalTo("ada"))
                .body("[0].migrated_at", nullValue());
        given().queryParam("reporter", "bob")
                .post(MIGRATION + "/migrate")
                .then()
                .body("migrated", equalTo(1));
        when().get("/api/processes/" + process)
                .then()
                .body("workflow_version", equalTo(1))
                .body("current_state.user_name", equalTo("user-7"));
        given().queryParam("only", process)
                .post(MIGRATION + "/move-back")
                .then()
                .body("migrated", equalTo(1));
        when().get("/api/state-migrations/processes/" + process)
                .then()
                .body("$", hasSize(1))
                .body("[0].status", equalTo("moved_back"))
                .body("[0].migrated_by", equalTo("bob"));
    }

    @Test
    void rehearsesAndTellsWhatWouldFail() {
        String process = failed(-1);

        given().queryParam("dry_run", true)
                .post(MIGRATION + "/migrate")
                .then()
                .statusCode(200)
                .body("ok", equalTo(false))
                .body("failed", equalTo(1))
                .body("errors[0].process_id", equalTo(process))
                .body("errors[0].phase", equalTo("migrate"))
                .body("errors[0].reason", equalTo("There is no user -1"));
        assertThat(database.query("SELECT workflow_version FROM processes")).containsExactly(List.of("0"));
    }

    @Test
    void saysWhichMigrationsThereAre() {
        when().post("/api/state-migrations/nothing/migrate")
                .then()
                .statusCode(404)
                .body("detail", containsString("[task_sync_users_0_to_1]"));
    }

    private String failed(int userNumber) {
        String id = UUID.randomUUID().toString();
        database.execute("""
                INSERT INTO processes (
                    pid, workflow_id, workflow_version, last_status, last_step, started_at, last_modified_at, is_task)
                SELECT '%1$s', workflow_id, 0, 'failed', 'Sync', now(), now(), true FROM workflows WHERE name = 'task_sync_users';
                INSERT INTO process_steps (stepid, pid, name, status, state, completed_at, step_key) VALUES
                    (gen_random_uuid(), '%1$s', 'Start', 'success', '{"user_number": %2$d}', now(), 'start'),
                    (gen_random_uuid(), '%1$s', 'Sync', 'failed', '{"error": "gone"}', now(), 'sync-all');
                """.formatted(id, userNumber));
        return id;
    }
}
