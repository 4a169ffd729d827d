package dev.orchestrator.api.workflow;

import static dev.orchestrator.api.graphql.Graphql.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.api.ApiDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ApiDatabase.class)
class WorkflowsQueryTest {
    @Test
    void offersWhatANewSubscriptionCanBeStartedWith() {
        JsonPath response =
                ask("{ workflows(first: 1000000, after: 0, filterBy: [{ field: \"target\", value: \"CREATE\"}],"
                        + " sortBy: {field: \"name\"}) { page { name isAllowed isTask target"
                        + " products { productType productId name tag status } } } }");

        assertThat(response.getList("errors")).isNull();
        assertThat(response.getList("data.workflows.page.name")).containsExactly("create_user", "create_user_group");
        assertThat(response.getList("data.workflows.page[0].products.name"))
                .containsExactly("User external", "User internal");
        assertThat(response.getBoolean("data.workflows.page[0].isAllowed")).isTrue();
        assertThat(response.getBoolean("data.workflows.page[0].isTask")).isFalse();
    }

    @Test
    void showsTheStepsOfAWorkflowAndWhoActs() {
        JsonPath steps = steps("modify_user_group");

        assertThat(steps.getList("name"))
                .containsExactly(
                        "Start",
                        "Create Process Subscription relation",
                        "Lock subscription",
                        "Approve change",
                        "Modify user group",
                        "Unlock subscription",
                        "Done");
        assertThat(steps.getString("assignee[3]")).isEqualTo("NOC");
    }

    @Test
    void showsNoStepsOfAWorkflowThatThisProgramLacks() {
        assertThat(steps("modify_user").getList("")).isEmpty();
    }

    @Test
    void leavesOutDeletedWorkflows() {
        assertThat(ask("{ workflows(first: 1000000) { page { name } } }").getList("data.workflows.page.name"))
                .contains("modify_note", "task_sync_users")
                .doesNotContain("create_nothing");
    }

    private static JsonPath steps(String workflow) {
        JsonPath response = ask("""
                query ProcessSteps($processName: String!) {
                  workflows(filterBy: { field: "name", value: $processName }) { page { steps { name assignee } } } }
                """, Map.of("processName", workflow));
        return response.setRootPath("data.workflows.page[0].steps");
    }
}
