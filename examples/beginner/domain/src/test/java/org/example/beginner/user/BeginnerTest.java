package org.example.beginner.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.form.FormReply;
import dev.orchestrator.state.Json;
import dev.orchestrator.subscription.RegistryCheck;
import dev.orchestrator.workflow.Workflow;
import java.util.List;
import org.example.beginner.usergroup.UserGroup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BeginnerTest {
    private static Beginner beginner;

    @BeforeAll
    static void upgrade() {
        beginner = new Beginner();
    }

    @AfterAll
    static void close() {
        beginner.close();
    }

    @Test
    void modelsFitTheDatabase() {
        assertThat(RegistryCheck.differences(beginner.registry, beginner.products.catalogue()))
                .isEmpty();
    }

    @Test
    void workflowsFitTheDatabase() {
        List<List<String>> registered = beginner.database.query("""
                SELECT name, target, is_task FROM workflows
                WHERE name LIKE '%user%' ORDER BY name COLLATE "C"
                """);

        assertThat(registered)
                .containsExactlyElementsOf(beginner.workflows().all().stream()
                        .map(BeginnerTest::row)
                        .toList());
    }

    private static List<String> row(Workflow workflow) {
        boolean task = workflow.target().isTask();
        return List.of(workflow.name(), workflow.target().toString(), task ? "t" : "f");
    }

    @Test
    void everyProductHasItsWorkflows() {
        List<List<String>> workflows = beginner.database.query("""
                SELECT p.name, string_agg(w.name, ' ' ORDER BY w.name COLLATE "C")
                FROM products p JOIN products_workflows USING (product_id) JOIN workflows w USING (workflow_id)
                GROUP BY p.name ORDER BY p.name
                """);

        assertThat(workflows)
                .containsExactly(
                        List.of(
                                "User Group",
                                "create_user_group modify_note modify_user_group terminate_user_group"
                                        + " validate_user_group"),
                        List.of("User external", "create_user modify_note modify_user terminate_user"),
                        List.of("User internal", "create_user modify_note modify_user terminate_user"));
    }

    @Test
    void createsAUserInTheseSteps() {
        assertThat(steps("create_user"))
                .containsExactly(
                        "Start",
                        "Create subscription",
                        "Create Process Subscription relation",
                        "Initialize subscription",
                        "Provision user",
                        "Store metadata",
                        "Set subscription to 'active'",
                        "Unlock subscription",
                        "Done");
    }

    @Test
    void modifiesAUserInTheseSteps() {
        assertThat(steps("modify_user"))
                .containsExactly(
                        "Start",
                        "Create Process Subscription relation",
                        "Lock subscription",
                        "Modify subscription",
                        "Approve change",
                        "Process approval",
                        "Unlock subscription",
                        "Done");
    }

    @Test
    void terminatesAGroupInTheseSteps() {
        assertThat(steps("terminate_user_group"))
                .containsExactly(
                        "Start",
                        "Create Process Subscription relation",
                        "Lock subscription",
                        "Deprovision user group",
                        "Set subscription to 'terminated'",
                        "Unlock subscription",
                        "Done");
    }

    @Test
    void syncsUsersInTheseSteps() {
        assertThat(steps("task_sync_users"))
                .containsExactly(
                        "Start", "Count users", "Sync users", "Wait for directory", "Directory sync", "Report", "Done");
    }

    private static List<String> steps(String workflow) {
        return beginner.workflows().steps(workflow).orElseThrow().names();
    }

    @Test
    void offersTheActiveGroupsByDescription() {
        UserGroup staff = beginner.group("Staff");

        FormReply.NextPage page = (FormReply.NextPage) beginner.createUser()
                .form(beginner.products.byName("User internal").orElseThrow())
                .replay(List.of());

        assertThat(page.schema().at("/title").asText()).isEqualTo("User internal");
        assertThat(page.schema()
                        .at("/$defs/UserGroupEnum/options")
                        .get(staff.subscriptionId().toString())
                        .asText())
                .isEqualTo("User Group Staff");
    }

    @Test
    void showsTheNewUserBeforeItIsMade() {
        UserGroup guests = beginner.group("Guests");

        FormReply.NextPage page = (FormReply.NextPage) beginner.createUser()
                .form(beginner.products.byName("User internal").orElseThrow())
                .replay(List.of(Json.parse("""
                        {"username": "ada", "age": 36, "user_group_ids": ["%s"]}
                        """.formatted(guests.subscriptionId()))));

        assertThat(page.hasNext()).isFalse();
        assertThat(page.schema()
                        .at("/properties/user_summary/uniforms/data/columns/0")
                        .toString())
                .isEqualTo("[\"ada\",\"36\",\"User Group Guests\"]");
    }

    @Test
    void startsFromTheValuesThatAUserHas() {
        UserGroup friends = beginner.group("Friends");
        User grace = beginner.user("grace", friends);

        FormReply.Complete reply =
                (FormReply.Complete) beginner.modifyUser().form(grace).replay(List.of(Json.object()));

        assertThat(reply.input().get("username").asText()).isEqualTo("grace");
        assertThat(reply.input().at("/user_group_ids/0").asText())
                .isEqualTo(friends.subscriptionId().toString());
    }
}
