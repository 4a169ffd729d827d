package dev.orchestrator.api.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import dev.orchestrator.testkit.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RestProfile.class)
class FormResourceTest {
    private static final String TASK = "{\"task\": \"task_sync_users\"}";
    private static final long LATER = 4_070_908_800L;

    TestDatabase database;

    @AfterEach
    void clear() {
        database.execute("DELETE FROM schedules");
    }

    @Test
    void asksWhichWorkflowAndThenWhen() {
        answer("[]")
                .statusCode(510)
                .body("form.title", equalTo("Create new schedule"))
                .body("form.$defs.TaskChoices.options", hasKey("task_sync_users"))
                .body("meta.hasNext", equalTo(true));

        answer("[" + TASK + "]")
                .statusCode(510)
                .body("form.properties.task.const", equalTo("task_sync_users"))
                .body("form.$defs.ScheduleTypeEnum.options.CRON", equalTo("Cron"));

        answer("[" + TASK + ", {\"schedule_type\": \"INTERVAL\"}]")
                .statusCode(510)
                .body("form.properties", hasKey("interval"))
                .body("form.properties.start_date.format", equalTo("timestamp"))
                .body("form.properties.buttons.default.next.text", equalTo("Create Schedule"))
                .body("meta.hasNext", equalTo(false));
    }

    @Test
    void givesTheBodyThatCreatesTheSchedule() {
        String schedule =
                answer("""
                [%s, {"task": "task_sync_users", "schedule_type": "CRON"},
                 {"task": "task_sync_users", "schedule_type": "CRON", "start_date": %d, "cron": "*/15 6-18 * * MON-FRI"}]
                """.formatted(TASK, LATER)).statusCode(200).extract().asString();

        given().contentType(JSON).body(schedule).post("/api/schedules").then().statusCode(201);

        assertThat(text("SELECT trigger || ' ' || user_inputs FROM schedules"))
                .isEqualTo("cron[*/15 6-18 * * MON-FRI, Z] [{}]");
        assertThat(text("SELECT s.name = w.description FROM schedules s JOIN workflows w USING (workflow_id)"))
                .as("the name is the workflow's description")
                .isEqualTo("t");
        assertThat(text("SELECT next_run_at >= to_timestamp(" + LATER + ") FROM schedules"))
                .isEqualTo("t");
    }

    @Test
    void givesIntervalsAndSingleDatesWithTheirStart() {
        String page = "{\"schedule_type\": \"%s\", \"start_date\": " + LATER + "%s}";

        answer("[" + TASK + ", {\"schedule_type\": \"INTERVAL\"}, "
                        + page.formatted("INTERVAL", ", \"interval\": \"TWO_WEEKS\"") + "]")
                .statusCode(200)
                .body("trigger", equalTo("interval"))
                .body("trigger_kwargs.weeks", equalTo(2))
                .body("trigger_kwargs.start_date", equalTo("2099-01-01T00:00:00Z"));
        answer("[" + TASK + ", {\"schedule_type\": \"DATE\"}, " + page.formatted("DATE", "") + "]")
                .statusCode(200)
                .body("trigger", equalTo("date"))
                .body("trigger_kwargs.run_date", equalTo("2099-01-01T00:00:00Z"));
    }

    @Test
    void asksThePagesOfTheWorkflowItselfAndKeepsTheirAnswers() {
        String product = "{\"product\": \"a0000000-0000-4000-8000-000000000001\"}";
        String chosen = "{\"task\": \"create_user_group\"}, " + product;

        answer("[{\"task\": \"create_user_group\"}]")
                .statusCode(510)
                .body("form.properties", hasKey("product"))
                .body("meta.hasNext", equalTo(true));
        answer("[" + chosen + "]").statusCode(510).body("form.properties", hasKey("group_name"));
        answer("[" + chosen + ", {\"group_name\": \"x\"}]")
                .statusCode(400)
                .body("validation_errors[0].loc", contains("group_name"));
        answer("[" + chosen + ", {\"group_name\": \"Alpha\"}, {\"schedule_type\": \"DATE\"},"
                        + " {\"schedule_type\": \"DATE\", \"start_date\": " + LATER + "}]")
                .statusCode(200)
                .body("user_inputs.size()", equalTo(2))
                .body("user_inputs[1].group_name", equalTo("Alpha"));
    }

    @Test
    void refusesWhatIsNoTimeAndWhatIsNoForm() {
        String cron = "[" + TASK
                + ", {\"schedule_type\": \"CRON\"}, {\"schedule_type\": \"CRON\", \"start_date\": %s, \"cron\": \"%s\"}]";

        answer(cron.formatted(LATER, "0 99 * * *")).statusCode(400).body("validation_errors[0].loc", contains("cron"));
        answer(cron.formatted("0", "0 9 * * *"))
                .statusCode(400)
                .body("validation_errors[0].loc", contains("start_date"))
                .body("validation_errors[0].type", equalTo("greater_than_equal"));
        answer("[{\"task\": \"task_of_nobody\"}]").statusCode(400).body("validation_errors[0].type", equalTo("enum"));
        answer("[" + TASK + ", {\"schedule_type\": \"DATE\"}, {\"schedule_type\": \"DATE\"}, {}]")
                .statusCode(500)
                .body("type", equalTo("FormOverflowError"));
        given().contentType(JSON)
                .body("[]")
                .post("/api/forms/unknown")
                .then()
                .statusCode(404)
                .body("detail", containsString("There is no form 'unknown'"));
    }

    private String text(String sql) {
        return database.query(sql).getFirst().getFirst();
    }

    private static ValidatableResponse answer(String pages) {
        return given().contentType(JSON)
                .body(pages)
                .post("/api/forms/configure_schedule")
                .then();
    }
}
