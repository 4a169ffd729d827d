package org.example.beginner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.testkit.program.ApiClient;
import dev.orchestrator.testkit.program.Programs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a newcomer does on the first day, over HTTP, with the programs as they are rolled out. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class WorkshopTest {
    private static final String USER_GROUP = "{\"product\": \"1b3ec5a4-7c4e-4f0c-8a3e-0d1f5a6b7c01\"}";
    private static final String USER_INTERNAL = "{\"product\": \"1b3ec5a4-7c4e-4f0c-8a3e-0d1f5a6b7c02\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Programs programs;
    private static ApiClient api;

    @BeforeAll
    static void rollOut() {
        programs = new Programs(Path.of(System.getProperty("beginner.folder")));
        programs.migrate();
        programs.worker();
        programs.worker();
        api = programs.api();
    }

    @AfterAll
    static void stop() {
        programs.close();
    }

    @Test
    void offersTheProductsOfTheDataMigration() {
        assertThat(ApiClient.texts(api.get("/api/products/"), "name"))
                .containsExactlyInAnyOrder("User Group", "User internal", "User external");
    }

    @Test
    void asksForAGroupPageByPageAndMakesIt() {
        ApiClient.Answer first = api.post("/api/processes/create_user_group", "[]");
        ApiClient.Answer second = api.post("/api/processes/create_user_group", ApiClient.pages(USER_GROUP));
        ApiClient.Answer refused =
                api.post("/api/processes/create_user_group", ApiClient.pages(USER_GROUP, "{\"group_name\": \"A\"}"));
        String process = api.start("create_user_group", USER_GROUP, "{\"group_name\": \"Alpha\"}");

        assertThat(List.of(first.status(), second.status(), refused.status())).containsExactly(510, 510, 400);
        assertThat(second.body().at("/form/title").asText()).isEqualTo("User Group");
        assertThat(refused.body().at("/validation_errors/0/msg").asText())
                .isEqualTo("String should have at least 2 characters");
        JsonNode completed = api.await(process, "completed", PATIENCE);
        assertThat(ApiClient.texts(completed.get("steps"), "name"))
                .containsExactly(
                        "Start",
                        "Create subscription",
                        "Create Process Subscription relation",
                        "Initialize subscription",
                        "Provision user group",
                        "Set subscription to 'active'",
                        "Unlock subscription",
                        "Done");
        JsonNode group = model(completed.at("/current_state/subscription_id").asText());
        assertThat(group.get("description").asText()).isEqualTo("User Group Alpha");
        assertThat(group.get("status").asText()).isEqualTo("active");
        assertThat(group.at("/user_group/group_id").asInt()).isEqualTo(287381102);
    }

    @Test
    void makesAUserOfAGroupInThreePages() {
        String group = group("Crew");

        String user = user("ada", group);

        JsonNode model = model(user);
        assertThat(model.get("description").asText()).isEqualTo("User ada from group Crew (internal)");
        assertThat(model.at("/user/group/owner_subscription_id").asText()).isEqualTo(group);
        assertThat(programs.database()
                        .query("SELECT metadata FROM subscription_metadata WHERE subscription_id = '" + user + "'"))
                .containsExactly(List.of("{\"source\": \"workshop\", \"welcome_sent\": true}"));
    }

    @Test
    void waitsForTheApprovalOfAChange() {
        String user = user("grace", group("Navy"));
        String process = modify(user, "grace.hopper");

        ApiClient.Answer answer = api.put(
                "/api/processes/" + process + "/resume",
                ApiClient.pages("{\"approval\": \"approved\", \"remark\": \"promoted\"}"));

        assertThat(answer.status()).isEqualTo(204);
        api.await(process, "completed", PATIENCE);
        assertThat(model(user).get("note").asText()).isEqualTo("promoted");
        assertThat(model(user).get("description").asText()).startsWith("User grace.hopper from group Navy");
    }

    @Test
    void validatesAndTerminatesAGroup() {
        String group = group("Short lived");

        api.run("validate_user_group", subscription(group));
        api.run("terminate_user_group", subscription(group), "{}");

        assertThat(model(group).get("status").asText()).isEqualTo("terminated");
    }

    @Test
    void tellsTheSameOverGraphql() {
        String process = api.start("create_user_group", USER_GROUP, "{\"group_name\": \"Graph\"}");
        JsonNode completed = api.await(process, "completed", PATIENCE);

        JsonNode found = api.graphql("""
                {processes(filterBy: [{field: "processId", value: "%s"}]) {
                  page {workflowName lastStatus steps {name status} subscriptions {page {description status}}}}}
                """.formatted(process)).at("/processes/page/0");

        assertThat(found.get("lastStatus").asText()).isEqualTo("COMPLETED");
        assertThat(ApiClient.texts(found.get("steps"), "name"))
                .isEqualTo(ApiClient.texts(completed.get("steps"), "name"));
        assertThat(found.at("/subscriptions/page/0").toString())
                .isEqualTo("{\"description\":\"User Group Graph\",\"status\":\"ACTIVE\"}");
    }

    @Test
    void findsThatAGhostIsMissing() {
        String group = group("Ghost riders");

        String process = api.start("validate_user_group", subscription(group));

        JsonNode found = api.await(process, "inconsistent_data", PATIENCE);
        assertThat(found.get("failed_reason").asText())
                .isEqualTo("Group Ghost riders is missing in the user management system");
        // Only one group is validated at a time, and this one is not finished until somebody gives up on it.
        assertThat(api.put("/api/processes/" + process + "/abort", null).status())
                .isEqualTo(204);
    }

    @Test
    void goesOnWhenTheDirectoryCallsBack() {
        String process = api.start("task_sync_users", "{\"mode\": \"callback\", \"batch_size\": 5}");
        String route = api.await(process, "awaiting_callback", PATIENCE)
                .at("/current_state/callback_route")
                .asText();

        ApiClient.Answer answer = api.post(route, "{\"status\": \"ok\"}");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode state = api.await(process, "completed", PATIENCE).get("current_state");
        assertThat(state.get("directory_validated").asBoolean()).isTrue();
        assertThat(state.get("report").asText()).isEqualTo(state.get("user_count") + " users in batches of 5");
    }

    @Test
    void triesAgainWhileTheDirectoryIsNotReady() {
        String process = api.start("task_sync_users", "{\"mode\": \"wait\"}");

        JsonNode waiting = api.await(process, "waiting", PATIENCE);

        assertThat(waiting.get("failed_reason").asText()).isEqualTo("The directory is not ready");
    }

    @Test
    void failsWhenTheDirectoryRefuses() {
        String process = api.start("task_sync_users", "{\"mode\": \"fail\"}");

        JsonNode failed = api.await(process, "failed", PATIENCE);

        assertThat(failed.get("failed_reason").asText()).isEqualTo("The directory refused the sync");
    }

    private static String group(String name) {
        return api.run("create_user_group", USER_GROUP, "{\"group_name\": \"" + name + "\"}");
    }

    private static String user(String name, String group) {
        return api.run(
                "create_user",
                USER_INTERNAL,
                "{\"username\": \"%s\", \"age\": 36, \"user_group_ids\": [\"%s\"]}".formatted(name, group),
                "{\"send_welcome\": true}");
    }

    /** A process that is suspended at its approval. */
    private static String modify(String user, String newName) {
        String process = api.start("modify_user", subscription(user), "{\"username\": \"" + newName + "\"}");
        JsonNode suspended = api.await(process, "suspended", PATIENCE);
        assertThat(suspended.get("assignee").asText()).isEqualTo("NOC");
        return process;
    }

    private static String subscription(String id) {
        return "{\"subscription_id\": \"" + id + "\"}";
    }

    private static JsonNode model(String subscription) {
        return api.get("/api/subscriptions/domain-model/" + subscription);
    }
}
