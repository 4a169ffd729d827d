package dev.orchestrator.api.rest;

import static dev.orchestrator.api.rest.SuspendedProcess.ALPHA;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.orchestrator.testkit.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(KnownPeopleProfile.class)
class AccessTest {
    private static final String APPROVAL = "[{\"remark\": \"yes\"}]";

    TestDatabase database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/products",
                "/api/processes/",
                "/api/graphql",
                "/api/ws/events",
                "/api;x/products",
                "/api/health/../products",
                "/q/openapi",
                "/"
            })
    void letsNobodyInWhomTheProxyDoesNotName(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(401)
                .body("title", equalTo("Unauthorized"))
                .body("code", equalTo("UNKNOWN_USER"))
                .body("detail", containsString("X-Forwarded-User"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/health", "/api/health/", "/api/metrics", "/api/translations/en-GB", "/q/health/live"})
    void answersWhatSaysNothingAboutCustomers(String path) {
        when().get(path).then().statusCode(200);
    }

    @Test
    void lookAtTheTokenOfACallbackInstead() {
        String id = SuspendedProcess.in(database);
        given().contentType(JSON)
                .body("{}")
                .post("/api/processes/" + id + "/callback/wrong")
                .then()
                .statusCode(404);
    }

    @Test
    void startsForThoseWhomTheWorkflowNames() {
        String pages = "[{\"subscription_id\": \"" + ALPHA + "\"}]";
        as("ada", "noc")
                .body(pages)
                .post("/api/processes/terminate_user_group")
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_PERMITTED"))
                .body("detail", containsString("'ada' may not start workflow 'terminate_user_group'"));
        as("ada", "noc, planning")
                .body("[]")
                .post("/api/processes/terminate_user_group")
                .then()
                .statusCode(510);
    }

    @Test
    void takesAnAnswerFromThoseWhomTheQuestionNames() {
        String id = SuspendedProcess.in(database);
        as("ada", "planning")
                .body(APPROVAL)
                .put("/api/processes/" + id + "/resume")
                .then()
                .statusCode(403)
                .body("detail", containsString("'ada' may not answer 'Approve change'"));
        as("ada", "planning")
                .body("{\"action\": \"resume\", \"inputs\": " + APPROVAL + "}")
                .post("/api/processes/actions?query=processId:" + id);
        assertThat(database.query("SELECT last_status FROM processes WHERE pid = '" + id + "'"))
                .containsExactly(List.of("suspended"));
        as("bob", "noc")
                .body(APPROVAL)
                .queryParam("reporter", "somebody else")
                .put("/api/processes/" + id + "/resume")
                .then()
                .statusCode(204);
        assertThat(database.query(
                        "SELECT created_by FROM process_steps WHERE status = 'success' AND step_key = 'approve' AND pid = '"
                                + id + "'"))
                .containsExactly(List.of("bob"));
    }

    @Test
    void saysBeforehandWhoMay() {
        String id = SuspendedProcess.in(database);
        String process = "{ processes(filterBy: {field: \"processId\", value: \"" + id
                + "\"}) { page { userPermissions { retryAllowed resumeAllowed } } } }";
        String permissions = "data.processes.page[0].userPermissions";
        assertThat(asked("ada", "planning", process).getMap(permissions))
                .isEqualTo(Map.of("retryAllowed", true, "resumeAllowed", false));
        assertThat(asked("bob", "noc", process).getMap(permissions))
                .isEqualTo(Map.of("retryAllowed", true, "resumeAllowed", true));

        String workflow =
                "{ workflows(filterBy: {field: \"name\", value: \"terminate_user_group\"}) { page { isAllowed } } }";
        assertThat(asked("ada", "planning", workflow).getBoolean("data.workflows.page[0].isAllowed"))
                .isTrue();
        assertThat(asked("bob", "noc", workflow).getBoolean("data.workflows.page[0].isAllowed"))
                .isFalse();

        String insufficient = "subscription.insufficient_workflow_permissions";
        as("bob", "noc")
                .get("/api/subscriptions/workflows/" + ALPHA)
                .then()
                .body("terminate.reason", hasItem(insufficient));
        as("ada", "planning")
                .get("/api/subscriptions/workflows/" + ALPHA)
                .then()
                .body("terminate.reason", not(hasItem(insufficient)));
    }

    @Test
    void refusesOverGraphqlToo() {
        String id = SuspendedProcess.in(database);
        String resume = "mutation { resumeProcess(processId: \"" + id
                + "\", payload: {payload: [{remark: \"yes\"}]}) { ... on MutationError { message } } }";
        assertThat(asked("ada", "planning", resume).getString("data.resumeProcess.message"))
                .contains("'ada' may not answer");
    }

    private static RequestSpecification as(String user, String groups) {
        return given().contentType(JSON).header("X-Forwarded-User", user).header("X-Forwarded-Groups", groups);
    }

    private static JsonPath asked(String user, String groups, String document) {
        return as(user, groups)
                .body(Map.of("query", document))
                .post("/api/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
