package dev.orchestrator.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.migrations.command.Workshop.UserGroup;
import dev.orchestrator.workflow.ModifyNote;
import dev.orchestrator.workflow.ModifyWorkflow;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.StoredWorkflows;
import dev.orchestrator.workflow.SystemTask;
import dev.orchestrator.workflow.ValidateWorkflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateWorkflowsCommandTest {
    private static final String ROWS = """
            SELECT name, target, is_task, description FROM workflows
            WHERE name IN ('modify_user_group', 'validate_user_group', 'task_sync_users') AND deleted_at IS NULL
            ORDER BY name
            """;

    @TempDir
    Path project;

    private Operator operator;

    static class ModifyUserGroup extends ModifyWorkflow<UserGroup> {
        @Override
        public StepList steps() {
            return modify().unlock();
        }
    }

    static class ValidateUserGroup extends ValidateWorkflow<UserGroup> {
        @Override
        public StepList steps() {
            return validate().unlock();
        }
    }

    static class TaskSyncUsers extends SystemTask {
        @Override
        public StepList steps() {
            return begin().stateStep("sync", "Sync", state -> state).done();
        }
    }

    /** What the guide is about: it says SYSTEM, but it validates subscriptions. */
    static class ValidateUsers extends SystemTask {
        @Override
        public String name() {
            return "validate_users";
        }

        @Override
        public StepList steps() {
            return begin().done();
        }
    }

    @BeforeEach
    void upgrade() {
        operator = new Operator(project.resolve("data"));
        operator.run("db", "init");
        operator.run("db", "upgrade", "heads");
        operator.registers(Workshop.PRODUCTS);
        operator.run("db", "migrate-domain-models", "products", "--inputs", Workshop.ANSWERS);
        operator.run("db", "upgrade", "heads");
        operator.registers(new ModifyUserGroup(), new ValidateUserGroup(), new TaskSyncUsers(), new ModifyNote());
    }

    @AfterEach
    void close() {
        operator.close();
    }

    @Test
    void writesNewWorkflowsForTheProductsOfTheirModel() throws IOException {
        CommandRun run = migrate("workflows");

        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(operator.folder.resolve("V3__workflows.sql")))
                .endsWith("""
                -- Create workflows
                SELECT create_workflow('modify_user_group', 'MODIFY', false, 'Modify user group');
                SELECT create_workflow('validate_user_group', 'VALIDATE', true, 'Validate user group');

                -- Change the products of workflows
                SELECT add_workflow_to_products('modify_note', 'GROUP', 'USER_EXT', 'USER_INT');
                SELECT add_workflow_to_products('modify_user_group', 'GROUP');
                SELECT add_workflow_to_products('validate_user_group', 'GROUP');
                """);
    }

    @Test
    void leavesNoDifferenceAfterWorkflowsAndTasks() {
        migrate("workflows");
        operator.run("db", "upgrade", "heads");
        operator.run("db", "migrate-tasks", "tasks");
        operator.run("db", "upgrade", "heads");

        CommandRun check = operator.run("db", "check");

        assertThat(check.out()).isEmpty();
        assertThat(check.exitCode()).isZero();
        assertThat(operator.database.query(ROWS))
                .containsExactly(
                        List.of("modify_user_group", "MODIFY", "f", "Modify user group"),
                        List.of("task_sync_users", "SYSTEM", "t", "Sync users"),
                        List.of("validate_user_group", "VALIDATE", "t", "Validate user group"));
    }

    @Test
    void checkPrintsTheDifferencesOnly() {
        CommandRun run = operator.run("db", "check");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.outLines())
                .containsExactly(
                        "workflow modify_user_group is missing in the database",
                        "workflow task_sync_users is missing in the database",
                        "workflow validate_user_group is missing in the database",
                        "workflow modify_note is for the products with tags [] in the database, but for [GROUP, USER_EXT, USER_INT]"
                                + " in the code");
    }

    @Test
    void removesAWorkflowSoftlyAndBringsItBack() {
        migrate("workflows");
        operator.run("db", "upgrade", "heads");
        operator.registers(new ModifyUserGroup(), new ModifyNote());

        migrate("no validation");
        operator.run("db", "upgrade", "heads");
        List<List<String>> removed = operator.database.query(ROWS);
        CommandRun down = operator.run("db", "downgrade", "-1");

        assertThat(removed).hasSize(1);
        assertThat(down.err()).isEmpty();
        assertThat(operator.database.query(ROWS)).hasSize(2);
    }

    @Test
    void bringsBackARemovedWorkflowThatTheCodeHasAgain() {
        migrate("workflows");
        operator.run("db", "upgrade", "heads");
        operator.database.execute("UPDATE workflows SET deleted_at = now() WHERE name = 'modify_user_group'");

        migrate("again");
        operator.run("db", "upgrade", "heads");

        assertThat(operator.database.query(ROWS)).hasSize(2);
    }

    @Test
    void putsTheStateBeforeTheGuideRightFromTheCode() {
        theStateBeforeTheGuide();

        CommandRun before = operator.run("db", "check");
        migrate("targets");
        operator.run("db", "upgrade", "heads");

        assertThat(before.out())
                .contains(
                        "workflow validate_user_group has target SYSTEM and is_task false in the database, but VALIDATE"
                                + " and true in the code; to mend it: UPDATE workflows SET target = 'VALIDATE', is_task = true"
                                + " WHERE name = 'validate_user_group';");
        assertThat(operator.database.query(ROWS).getLast())
                .containsExactly("validate_user_group", "VALIDATE", "t", "Validate user group");
    }

    /** The guide says workflow where the table is workflows. */
    @Test
    void putsTheStateBeforeTheGuideRightByTheGuidesStatements() throws IOException {
        theStateBeforeTheGuide();
        operator.run("db", "revision", "Targets of the guide");
        Files.writeString(operator.folder.resolve("V4__targets_of_the_guide.sql"), """
                -- Depends on schema version 10
                UPDATE workflow SET target = 'VALIDATE' WHERE name LIKE 'validate_%' AND target = 'SYSTEM';
                UPDATE workflow SET is_task = true WHERE target IN ('SYSTEM', 'VALIDATE');
                """);

        CommandRun run = operator.run("db", "upgrade", "heads");

        assertThat(run.err()).isEmpty();
        assertThat(operator.run("db", "check").outLines())
                .containsExactly("workflow task_sync_users is missing in the database");
    }

    @Test
    void namesAValidatingWorkflowOfTheWrongTarget() {
        operator.registers(new ValidateUsers());

        CommandRun run = operator.run("db", "check");

        assertThat(run.out())
                .contains(
                        "workflow validate_users is registered with target SYSTEM, which is for work of the system only;"
                                + " let it extend ValidateWorkflow");
    }

    @Test
    void knowsAllWorkflowsThatComeWithTheSchema() {
        Set<String> names = new TreeSet<>();
        operator.database.query("SELECT name FROM workflows").forEach(row -> names.add(row.getFirst()));

        assertThat(names).isEqualTo(new TreeSet<>(StoredWorkflows.BUILT_IN));
    }

    private void theStateBeforeTheGuide() {
        migrate("workflows");
        operator.run("db", "upgrade", "heads");
        operator.database.execute(
                "UPDATE workflows SET target = 'SYSTEM', is_task = false WHERE name = 'validate_user_group'");
    }

    private CommandRun migrate(String message) {
        return operator.run("db", "migrate-workflows", message);
    }
}
