package dev.orchestrator.api.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.orchestrator.api.graphql.Graphql;
import dev.orchestrator.testkit.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(RestProfile.class)
class ScheduleResourceTest {
    private static final String SYNC_USERS = "d0000000-0000-4000-8000-000000000005";

    TestDatabase database;

    @AfterEach
    void clear() {
        database.execute("DELETE FROM schedules");
    }

    @Test
    void createsAScheduleAndShowsItsNextRun() {
        create("""
                "name": "Nightly", "trigger": "cron", "trigger_kwargs": {"hour": 3, "minute": 30, "timezone": "Europe/Amsterdam"}
                """).statusCode(201).body("status", equalTo("CREATED"));

        when().get("/api/schedules/")
                .then()
                .statusCode(200)
                .body("size()", equalTo(1))
                .body("[0].name", equalTo("Nightly"))
                .body("[0].workflow_name", equalTo("task_sync_users"))
                .body("[0].trigger", equalTo("cron[30 3 * * *, Europe/Amsterdam]"))
                .body("[0].missed", equalTo("once"));
        assertThat(stored("extract(hour FROM next_run_at AT TIME ZONE 'Europe/Amsterdam')::int"))
                .isEqualTo("3");
        assertThat(stored("next_run_at > now()")).isEqualTo("t");
    }

    @Test
    void listsSchedulesForTheWebUi() {
        create("\"name\": \"Sync users\", \"trigger\": \"interval\", \"trigger_kwargs\": {\"hours\": 12}");
        create("\"name\": \"Another\", \"trigger\": \"interval\", \"trigger_kwargs\": {\"days\": 1, \"hours\": 2}");

        var page = Graphql.ask("""
                { scheduledTasks(first: 15, after: 0, sortBy: {field: "name", order: ASC}) {
                    page { id name nextRunTime trigger workflowId }
                    pageInfo { totalItems sortFields filterFields } } }
                """).setRootPath("data.scheduledTasks");

        assertThat(page.getList("page.name")).containsExactly("Another", "Sync users");
        assertThat(page.getList("page.trigger")).containsExactly("interval[1 day, 2:00:00]", "interval[12:00:00]");
        assertThat(page.getString("page[0].workflowId")).isEqualTo(SYNC_USERS);
        assertThat(page.getString("page[0].nextRunTime")).isNotNull();
        assertThat(page.getList("pageInfo.sortFields", String.class))
                .contains("id", "name", "nextRunTime", "next_run_time", "trigger", "workflowId", "workflow_id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Given fields, in APScheduler's meaning: Monday is 0, what is finer than given is its first value.
                "{\"hour\": 3} | 0 3 * * *",
                "{\"day\": 1} | 0 0 1 * *",
                "{\"day_of_week\": \"mon-fri\", \"hour\": \"8,12\"} | 0 8,12 * * 1-5",
                "{\"day_of_week\": \"sat-sun\"} | 0 0 * * 6-7",
                "{\"day_of_week\": 0, \"hour\": 1, \"minute\": 0} | 0 1 * * 1",
                "{\"minute\": \"*/5\"} | */5 * * * *",
                // What version 7.5 of the web UI makes of '0 3 * * *'.
                "{\"minute\": 0, \"hour\": 3, \"day\": null, \"month\": null, \"day_of_week\": null} | 0 3 * * *",
                "{\"expression\": \"30 2 * * MON\"} | 30 2 * * MON"
            })
    void readsCronFields(String arguments, String expected) {
        create("\"trigger\": \"cron\", \"trigger_kwargs\": " + arguments).statusCode(201);

        assertThat(stored("cadence ->> 'cron'")).isEqualTo(expected);
    }

    @Test
    void startsCountingAtTheStartDate() {
        create(
                "\"trigger\": \"interval\", \"trigger_kwargs\": {\"hours\": 1, \"start_date\": \"2099-01-01T10:30:00+01:00\"}");

        assertThat(stored("next_run_at = '2099-01-01T09:30:00Z'")).isEqualTo("t");
    }

    @Test
    void changesASchedule() {
        create("\"trigger\": \"interval\", \"trigger_kwargs\": {\"hours\": 12}");

        given().contentType(JSON)
                .body("""
                        {"scheduled_type": "update", "schedule_id": "%s", "name": "Renamed", "trigger": "date",
                         "trigger_kwargs": {"run_date": "2099-05-01 10:00:00", "timezone": "Europe/Amsterdam"}, "missed": "skip"}
                        """.formatted(stored("schedule_id")))
                .put("/api/schedules")
                .then()
                .statusCode(200)
                .body("status", equalTo("UPDATED"));

        assertThat(stored("name || ' ' || trigger || ' ' || missed"))
                .isEqualTo("Renamed date[2099-05-01T08:00:00Z] skip");
    }

    @Test
    void deletesOneScheduleOrAllOfAWorkflow() {
        create("\"trigger\": \"interval\", \"trigger_kwargs\": {\"hours\": 12}");
        String one = stored("schedule_id");
        create("\"trigger\": \"interval\", \"trigger_kwargs\": {\"hours\": 13}");
        create("\"trigger\": \"interval\", \"trigger_kwargs\": {\"hours\": 14}");

        delete("\"workflow_id\": \"" + SYNC_USERS + "\", \"schedule_id\": \"" + one + "\"")
                .statusCode(200)
                .body("status", equalTo("DELETED"));
        when().get("/api/schedules/").then().body("size()", equalTo(2));
        delete("\"workflow_id\": \"" + SYNC_USERS + "\"").statusCode(200);
        when().get("/api/schedules/").then().body("size()", equalTo(0));
        delete("\"workflow_id\": \"" + SYNC_USERS + "\"").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"trigger\": \"cron\", \"trigger_kwargs\": {\"expression\": \"61 * * * *\"} | 400 | five fields",
                "\"trigger\": \"cron\", \"trigger_kwargs\": {\"hour\": 25} | 400 | five fields",
                "\"trigger\": \"cron\", \"trigger_kwargs\": {\"day_of_week\": 7} | 400 | 0 (Monday)",
                "\"trigger\": \"cron\", \"trigger_kwargs\": {} | 400 | needs an expression",
                "\"trigger\": \"cron\", \"trigger_kwargs\": {\"expression\": \"0 0 30 2 *\"} | 400 | needs a time to come",
                "\"trigger\": \"cron\", \"trigger_kwargs\": {\"hour\": 3, \"timezone\": \"Mars\"} | 400 | time zone",
                "\"trigger\": \"cron\", \"trigger_kwargs\": {\"second\": 3} | 400 | takes the arguments",
                "\"trigger\": \"interval\", \"trigger_kwargs\": {\"hours\": -1} | 400 | at least a second",
                "\"trigger\": \"interval\", \"trigger_kwargs\": {} | 400 | at least a second",
                "\"trigger\": \"interval\", \"trigger_kwargs\": {\"weeks\": 999999} | 400 | at most ten years",
                "\"trigger\": \"interval\", \"trigger_kwargs\": {\"hours\": \"x\"} | 400 | whole number",
                "\"trigger\": \"date\", \"trigger_kwargs\": {\"run_date\": \"2020-01-01\"} | 400 | needs a time to come",
                "\"trigger\": \"date\", \"trigger_kwargs\": {\"run_date\": \"soon\"} | 400 | should be a time",
                "\"trigger\": \"date\" | 400 | needs a run_date",
                "\"trigger\": \"weekly\" | 422 | 'interval', 'cron' or 'date'",
                "\"trigger_kwargs\": [] | 422 | valid dictionary",
                "\"trigger\": null | 422 | Field required",
                "\"trigger\": \"interval\", \"trigger_kwargs\": {\"hours\": 1}, \"missed\": \"never\" | 422 | 'skip'",
                "\"trigger\": \"interval\", \"trigger_kwargs\": {\"hours\": 1}, \"scheduled_type\": \"delete\" | 422 | create",
                "\"trigger\": \"interval\", \"trigger_kwargs\": {\"hours\": 1}, \"user_inputs\": [{\"x\": 1}] | 400 | form"
            })
    void refusesWhatCantBeScheduledAndChangesNothing(String body, int status, String message) {
        String reply = create(body).statusCode(status).extract().asString();

        assertThat(reply).contains(message);
        when().get("/api/schedules/").then().body("size()", equalTo(0));
    }

    @Test
    void refusesAWorkflowThatDoesNotExist() {
        String body = """
                {"workflow_id": "%s", "workflow_name": "%s", "trigger": "interval", "trigger_kwargs": {"hours": 1}}
                """;
        for (String unknown : List.of(
                body.formatted(SYNC_USERS, "task_nothing"),
                body.formatted("00000000-0000-4000-8000-000000000000", "task_sync_users"))) {
            given().contentType(JSON)
                    .body(unknown)
                    .post("/api/schedules/")
                    .then()
                    .statusCode(404)
                    .body("detail", containsString("task_"));
        }
    }

    private static ValidatableResponse create(String fields) {
        return given().contentType(JSON)
                .body("{\"workflow_id\": \"%s\", \"workflow_name\": \"task_sync_users\", %s}"
                        .formatted(SYNC_USERS, fields))
                .post("/api/schedules/")
                .then();
    }

    private static ValidatableResponse delete(String fields) {
        return given().contentType(JSON)
                .body("{\"scheduled_type\": \"delete\", " + fields + "}")
                .delete("/api/schedules/")
                .then();
    }

    private String stored(String expression) {
        return database.query("SELECT " + expression + " FROM schedules WHERE ended_at IS NULL")
                .getFirst()
                .getFirst();
    }
}
