package dev.orchestrator.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.migrations.command.Workshop.LargeGroup;
import dev.orchestrator.migrations.command.Workshop.Team;
import dev.orchestrator.migrations.command.Workshop.UserGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateDomainModelsCommandTest {
    private static final String MIGRATE = "migrate-domain-models";

    @TempDir
    Path project;

    private Operator operator;

    @BeforeEach
    void upgrade() {
        operator = new Operator(project.resolve("data"));
        operator.run("db", "init");
        operator.run("db", "upgrade", "heads");
        operator.registers(Workshop.PRODUCTS);
    }

    @AfterEach
    void close() {
        operator.close();
    }

    @Test
    void asksNothingWhereNothingCouldBeWritten() throws IOException {
        Path file = Files.writeString(project.resolve("a-file"), "where the folder should be");
        try (Operator elsewhere = new Operator(file.resolve("data"))) {
            elsewhere.registers(Workshop.PRODUCTS);

            CommandRun run = elsewhere.types("", "db", MIGRATE, "products");

            assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err()).contains("cannot be used (NotDirectoryException: " + file);
            assertThat(run.out()).doesNotContain("Supply");
        }
    }

    @Test
    void asksInTheWordsOfTheWorkshop() {
        CommandRun run = operator.types("""
                user group administration
                GROUP
                user administration - internal
                USER_INT
                user administration - external
                USER_EXT
                internal
                external
                user group block
                UGB
                user block
                UB
                name of the user group
                name of the user
                age of the user
                """, "db", MIGRATE, "Add User and UserGroup products");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().replaceAll("(?<=:) (?=\\R|\\w)", "\n")).isEqualTo("""

                Create new products
                Product:
                UserGroup User Group
                Supply the product description:
                Supply the product tag:
                Product:
                User User internal
                Supply the product description:
                Supply the product tag:
                Product:
                User User external
                Supply the product description:
                Supply the product tag:

                Create fixed inputs
                Supply fixed input value for product User internal and fixed input affiliation:
                Supply fixed input value for product User external and fixed input affiliation:

                Create product blocks
                Product block:
                UserGroupBlock
                Supply the product block description:
                Supply the product block tag:
                Product block:
                UserBlock
                Supply the product block description:
                Supply the product block tag:

                Create resource types
                Supply description for new resource type group_name:
                Supply description for new resource type username:
                Supply description for new resource type age:

                Created %1$s/V2__add_user_and_usergroup_products.sql
                Created %1$s/U2__add_user_and_usergroup_products.sql
                """.formatted(operator.folder));
    }

    @Test
    void writesAVersionThatBringsTheDatabaseToTheModels() throws IOException {
        CommandRun run = migrate();
        operator.run("db", "upgrade", "heads");

        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(operator.folder.resolve("V2__products.sql")))
                .contains("""
                -- Create new products
                SELECT create_product('User Group', 'UserGroup', 'GROUP', 'user group administration');
                SELECT create_product('User internal', 'User', 'USER_INT', 'it''s internal');
                SELECT create_product('User external', 'User', 'USER_EXT', 'user administration - external');

                -- Create fixed inputs
                SELECT create_fixed_input('User internal', 'affiliation', 'internal');
                SELECT create_fixed_input('User external', 'affiliation', 'external');
                """);
        assertThat(operator.run("db", "check"))
                .extracting(CommandRun::exitCode, CommandRun::out)
                .containsExactly(0, "");
        assertThat(operator.database.query("""
                SELECT u.name, d.name FROM product_block_relations r
                JOIN product_blocks u ON u.product_block_id = r.in_use_by_id
                JOIN product_blocks d ON d.product_block_id = r.depends_on_id
                """)).containsExactly(List.of("UserBlock", "UserGroupBlock"));
    }

    @Test
    void writesTheSameVersionForTheSameAnswers() throws IOException {
        migrate();
        String first = Files.readString(operator.folder.resolve("V2__products.sql"));
        Files.delete(operator.folder.resolve("V2__products.sql"));
        Files.delete(operator.folder.resolve("U2__products.sql"));

        migrate();

        assertThat(operator.folder.resolve("V2__products.sql")).hasContent(first);
    }

    @Test
    void asksForWhatTheFileLacks() {
        CommandRun run = operator.types(
                "name of the user\n",
                "db",
                MIGRATE,
                "products",
                "--inputs",
                Workshop.ANSWERS.replace(",\n \"username\": {\"description\": \"name of the user\"}", ""));

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("\nCreate resource types\nSupply description for new resource type username: ");
    }

    @Test
    void namesTheMissingAnswersWhenTheInputEnds() {
        CommandRun run = operator.types("user group administration\n", "db", MIGRATE, "products");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("The input ended before all questions were answered; nothing was written", "--inputs")
                .contains("User Group.tag: Supply the product tag:", "username.description:")
                .contains("User internal.affiliation: Supply fixed input value for product User internal")
                .doesNotContain("User Group.description");
        assertThat(files()).containsExactly("U1__create_data_head.sql", "V1__create_data_head.sql");
    }

    @Test
    void asksAgainWhenAnAnswerWillNotDo() {
        CommandRun run = operator.types(
                "outside\nexternal\n",
                "db",
                MIGRATE,
                "products",
                "--inputs",
                Workshop.ANSWERS.replace(", \"affiliation\": \"internal\"", ""));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("'outside' is not a valid Affiliation: Not one of [", "external", "internal");
    }

    @Test
    void refusesAnswersOfAFileThatWillNotDoAllAtOnce() {
        CommandRun run = operator.run(
                "db",
                MIGRATE,
                "products",
                "--inputs",
                Workshop.ANSWERS
                        .replace("\"internal\"", "\"outside\"")
                        .replace("\"GROUP\"", "\"\"")
                        .replace("\"UB\"", "\"" + "x".repeat(256) + "\""));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("User Group.tag: an answer is needed")
                .contains("User internal.affiliation: 'outside' is not a valid Affiliation")
                .contains("UserBlock.tag: at most 255 characters are possible, found 256");
        assertThat(files()).hasSize(2);
    }

    @Test
    void refusesAnswersAboutWhatNobodyKnows() {
        CommandRun run =
                operator.run("db", MIGRATE, "products", "--inputs", "{\"Usr\": {\"description\": \"a typing error\"}}");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("Usr: neither the models nor the database have a thing of this name");
    }

    @Test
    void refusesAnswersThatAreNoJson() throws IOException {
        Path file = Files.writeString(project.resolve("answers.json"), "{\"User\": ");

        CommandRun broken = operator.run("db", MIGRATE, "products", "--inputs", file.toString());
        CommandRun absent = operator.run("db", MIGRATE, "products", "--inputs", project + "/none.json");

        assertThat(broken.err()).contains(file + " cannot be read as answers: it is no JSON");
        assertThat(absent.err()).contains("none.json cannot be read as answers: there is no such file");
    }

    @Test
    void printsAndWritesNothingForATest() {
        CommandRun run = operator.run("db", MIGRATE, "products", "--test", "--inputs", Workshop.ANSWERS);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("SELECT create_product('User Group',", "SELECT remove_product('User Group');");
        assertThat(files()).hasSize(2);
    }

    @Test
    void writesNothingWhenNothingHasChanged() {
        migrate();
        operator.run("db", "upgrade", "heads");

        CommandRun run = operator.run("db", MIGRATE, "again");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("Nothing has changed; no version was written\n");
        assertThat(files()).hasSize(4);
    }

    @Test
    void refusesModelsThatContradictOneAnother() {
        operator.registersAll(
                () -> Workshop.PRODUCTS,
                () -> Map.of("User Group", Team.class, "Crew", Workshop.Crew.class, "Squad", Workshop.Squad.class));

        CommandRun run = operator.run("db", MIGRATE, "contradictions");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .startsWith("The product catalog can't be used")
                .contains("User Group: is registered twice")
                .contains("UserGroupBlock: is the name of two blocks, ")
                .contains("the resource type username is Integer here, but String in another block")
                .doesNotContain("\tat ");
        assertThat(files()).hasSize(2);
    }

    @Test
    void refusesADatabaseThatIsBehind() {
        migrate();

        CommandRun run = operator.run("db", MIGRATE, "again");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("Run first: db upgrade heads", "V2__products: is not applied yet");
    }

    @Test
    void asksWhetherWhatIsNewIsARename() {
        withTheProducts();
        operator.registers(Map.of("Team", Team.class));

        CommandRun run = operator.types("y\nn\ny\ny\n", "db", MIGRATE, "teams");

        assertThat(run.out())
                .contains("Do you wish to rename product User Group to Team? [y/N]:")
                .contains("Rename product blocks\nDo you wish to rename product block UserBlock to TeamBlock? [y/N]:");
    }

    @Test
    void takesRenamesFromAFile() throws IOException {
        withTheProducts();
        operator.registers(Map.of("Team", Team.class));

        CommandRun run = operator.run("db", MIGRATE, "teams", "--updates", """
                {"products": {"User Group": "Team"}, "product_blocks": {"UserGroupBlock": "TeamBlock"},
                 "resource_types": {"group_name": "team_name"}}
                """);
        operator.run("db", "upgrade", "heads");

        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(operator.folder.resolve("V3__teams.sql")))
                .contains(
                        "SELECT rename_product('User Group', 'Team');",
                        "SELECT change_product_type('Team', 'Team');",
                        "SELECT remove_product('User internal');");
        assertThat(operator.run("db", "check").out()).isEmpty();
    }

    @Test
    void refusesRenamesThatDoNotFit() {
        withTheProducts();

        CommandRun run = operator.run(
                "db", MIGRATE, "teams", "--updates", "{\"products\": {\"User Group\": \"Team\"}, \"colours\": {}}");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("'User Group' can't be renamed to 'Team'", "colours: is unknown; renames are of");
    }

    @Test
    void givesExistingSubscriptionsTheDefaultOfANewResourceType() {
        withTheProducts();
        subscribe("User Group", "UserGroupBlock", "group_name");
        operator.registers(Map.of("User Group", LargeGroup.class));

        CommandRun run = operator.types("many\n25\n", "db", MIGRATE, "seats", "--inputs", """
                {"seats": {"description": "how many may join"}}
                """);
        operator.run("db", "upgrade", "heads");

        assertThat(run.out())
                .contains("Supply default value for resource type seats in 1 existing instances of product block"
                        + " UserGroupBlock:")
                .contains("'many' is not a valid Integer");
        assertThat(operator.database.query("SELECT value FROM subscription_instance_values ORDER BY value"))
                .containsExactly(List.of("25"), List.of("value"));
    }

    @Test
    void saysWhatCustomersWouldLoseBeforeItIsRemoved() {
        withTheProducts();
        subscribe("User internal", "UserBlock", "username");
        operator.registers(Map.of("User Group", UserGroup.class));

        CommandRun refused = operator.types("n\nn\nn\n", "db", MIGRATE, "no users", "--test");
        CommandRun confirmed = operator.types("y\ny\ny\n", "db", MIGRATE, "no users");
        operator.run("db", "upgrade", "heads");

        assertThat(refused.out())
                .contains("Do you wish to remove product User internal and with it 1 subscriptions? [y/N]:")
                .contains("remove product block UserBlock and with it 1 instances in subscriptions? [y/N]:")
                .doesNotContain("SELECT remove_product('User internal')");
        assertThat(confirmed.exitCode()).isZero();
        assertThat(operator.database.query("SELECT FROM subscriptions")).isEmpty();
        assertThat(operator.run("db", "check").out()).isEmpty();
    }

    @Test
    void restoresWhatCustomersLost() {
        withTheProducts();
        subscribe("User internal", "UserBlock", "username");
        operator.registers(Map.of("User Group", UserGroup.class));
        operator.types("y\ny\ny\n", "db", MIGRATE, "no users");
        operator.run("db", "upgrade", "heads");

        CommandRun run = operator.run("db", "downgrade", "-1");

        assertThat(run.err()).isEmpty();
        assertThat(operator.database.query("SELECT value FROM subscription_instance_values"))
                .containsExactly(List.of("value"));
    }

    @Test
    void goesBackOverSubscriptionsOnlyWhenToldTo() {
        withTheProducts();
        subscribe("User internal", "UserBlock", "username");

        CommandRun refused = operator.run("db", "downgrade", "-1");
        CommandRun told = operator.run("db", "downgrade", "-1", "--lose-data");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err())
                .contains("There are 1 subscriptions to the product \"User internal\"", "db downgrade --lose-data");
        assertThat(told.err()).isEmpty();
        assertThat(operator.database.query("SELECT FROM products")).isEmpty();
    }

    private CommandRun migrate() {
        return operator.run("db", MIGRATE, "products", "--inputs", Workshop.ANSWERS);
    }

    private void withTheProducts() {
        migrate();
        operator.run("db", "upgrade", "heads");
    }

    private void subscribe(String product, String block, String type) {
        operator.database.execute("""
                WITH subscribed AS (
                    INSERT INTO subscriptions (description, status, product_id, customer_id)
                    VALUES ('mine', 'active', id_of_product('%s'), 'me') RETURNING subscription_id),
                instance AS (
                    INSERT INTO subscription_instances (subscription_id, product_block_id)
                    SELECT subscription_id, id_of_product_block('%s') FROM subscribed
                    RETURNING subscription_instance_id)
                INSERT INTO subscription_instance_values (subscription_instance_id, resource_type_id, value)
                SELECT subscription_instance_id, id_of_resource_type('%s'), 'value' FROM instance
                """.formatted(product, block, type));
    }

    private List<String> files() {
        try (var files = Files.list(operator.folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
