package dev.orchestrator.generator.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.generator.GeneratorException;
import dev.orchestrator.migrations.DatabaseUpgrade;
import dev.orchestrator.migrations.MigrationSettings;
import dev.orchestrator.product.postgres.PostgresProductRepository;
import dev.orchestrator.subscription.ProductCatalog;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.RegistryCheck;
import dev.orchestrator.testkit.TestDatabase;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductGeneratorTest {
    private static final String CODE = "domain/src/main/java/net/example/noc/";

    @TempDir
    Path folder;

    private GeneratedProject project;

    @BeforeEach
    void makeProject() {
        project = GeneratedProject.in(folder);
    }

    @Test
    void writesABlockAsAPersonWould() throws IOException {
        project.plan("user-group.yaml", ProductGenerator::productBlocks).write();

        assertThat(project.text(CODE + "products/product_blocks/UserGroupBlock.java"))
                .isEqualTo("""
                        package net.example.noc.products.product_blocks;

                        import static dev.orchestrator.subscription.SubscriptionLifecycle.PROVISIONING;

                        import dev.orchestrator.subscription.ProductBlock;
                        import dev.orchestrator.subscription.RequiredFrom;

                        /** A group of users. */
                        public class UserGroupBlock extends ProductBlock {
                            /** Name of the user group. */
                            @RequiredFrom(PROVISIONING)
                            public String groupName;

                            /** Id of the user group. */
                            public Integer groupId;
                        }
                        """);
    }

    @Test
    void writesAModelAndRegistersItsProducts() throws IOException {
        project.plan("node.yaml", ProductGenerator::product).write();

        assertThat(project.text(CODE + "products/product_types/Node.java")).contains("""
                /** A node "of the network"; it's one. */
                public class Node extends SubscriptionModel {
                    /** Who made it. */
                    public enum Vendor {
                        ACME,
                        @JsonProperty("Widget Works")
                        WIDGET_WORKS
                    }

                    @FixedInput
                    public Vendor vendor;
                """);
        assertThat(project.text(CODE + "products/product_types/Products.java")).contains("""
                        products.put("Node acme 10G", Node.class);
                        products.put("Node acme 400G", Node.class);
                        products.put("Node Widget Works 10G", Node.class);
                        products.put("Node Widget Works 400G", Node.class);
                        return products;
                """);
    }

    @Test
    void writesTheFormOnceForNewAndChanged() throws IOException {
        project.plan("user-group.yaml", ProductGenerator::workflows).write();

        assertThat(project.text(CODE + "workflows/user_group/UserGroupInput.java"))
                .contains("""
                record UserGroupInput(
                        @Size(min = 2, max = 40) String groupName,
                        Integer groupId) {

                    static UserGroupInput of(UserGroupBlock block) {
                        return new UserGroupInput(
                                block.groupName,
                                block.groupId);
                    }
                """);
    }

    @Test
    void addsToTheTranslationsAndLeavesTheRest() throws IOException {
        Path translations = project.folder().resolve(OwnCode.translations());
        Files.writeString(translations, """
                {
                  "forms": {
                    "fields": {
                      "group_name": "What to call it"
                    }
                  },
                  "workflow": {}
                }
                """);

        project.plan("user-group.yaml", ProductGenerator::workflows).write();

        assertThat(translations).hasContent("""
                {
                  "forms": {
                    "fields": {
                      "group_id": "Group id",
                      "group_name": "What to call it"
                    }
                  },
                  "workflow": {
                    "create_user_group": "Create user group",
                    "modify_user_group": "Modify user group",
                    "validate_user_group": "Validate user group",
                    "terminate_user_group": "Terminate user group"
                  }
                }
                """);
    }

    @ParameterizedTest
    @CsvSource({"user-group.yaml, user_group.UserGroupTest", "node.yaml, node.NodeTest"})
    void compilesWithoutAWarningAndPassesItsTests(String description, String test) throws Exception {
        project.generateAll(description);

        try (URLClassLoader classes = project.compile()) {
            Class<?> tests = classes.loadClass("net.example.noc.workflows." + test);
            List<Method> methods = Arrays.stream(tests.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .toList();
            assertThat(methods).hasSize(7);
            for (Method method : methods) {
                run(tests, method);
            }
        }
    }

    private static void run(Class<?> tests, Method method) throws ReflectiveOperationException {
        var constructor = tests.getDeclaredConstructor();
        constructor.setAccessible(true);
        method.setAccessible(true);
        method.invoke(constructor.newInstance());
    }

    @Test
    void writesADataVersionThatFitsTheModels() throws Exception {
        project.generateAll("user-group.yaml");
        project.generateAll("node.yaml");

        try (URLClassLoader classes = project.compile();
                TestDatabase database = TestDatabase.create()) {
            upgrade(database);

            ProductCatalog products =
                    (ProductCatalog) classes.loadClass("net.example.noc.products.product_types.Products")
                            .getDeclaredConstructor()
                            .newInstance();
            assertFits(database, new ProductRegistry(List.of(products)));
            assertThat(database.query("SELECT count(*) FROM products_workflows"))
                    .containsExactly(List.of("20"));
            assertThat(database.query("""
                            SELECT input.name, value FROM fixed_inputs input JOIN products USING (product_id)
                            WHERE products.name = 'Node Widget Works 10G' ORDER BY 1
                            """)).containsExactly(List.of("speed", "10G"), List.of("vendor", "Widget Works"));
        }
    }

    private void upgrade(TestDatabase database) {
        new DatabaseUpgrade(new MigrationSettings(
                        database.jdbcUrl(),
                        Optional.of(database.user()),
                        Optional.of(database.password()),
                        Optional.of(project.dataVersions())))
                .run(line -> {});
    }

    private static void assertFits(TestDatabase database, ProductRegistry registry) {
        Vertx vertx = Vertx.vertx();
        Pool pool = PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(database.reactiveUrl())
                        .setUser(database.user())
                        .setPassword(database.password()))
                .using(vertx)
                .build();
        try {
            assertThat(RegistryCheck.differences(registry, new PostgresProductRepository(pool).catalogue()))
                    .isEmpty();
        } finally {
            pool.closeAndAwait();
            vertx.closeAndAwait();
        }
    }

    @Test
    void takesBackInReverseWhatItCreates() throws IOException {
        project.plan("user-group.yaml", ProductGenerator::migration).write();

        assertThat(project.dataVersions().resolve("U2__add_user_group.sql")).hasContent("""
                -- Takes back V2__add_user_group.sql

                SELECT remove_resource_type('group_id');
                SELECT remove_resource_type('group_name');
                SELECT remove_product_block('UserGroupBlock');
                SELECT remove_product('User Group');
                """);
    }

    @Test
    void changesNothingTheSecondTime() {
        project.plan("user-group.yaml", ProductGeneratorTest::code).write();

        assertThat(project.plan("user-group.yaml", ProductGeneratorTest::code).diff())
                .isEmpty();
    }

    private static void code(ProductGenerator parts) {
        parts.productBlocks();
        parts.product();
        parts.workflows();
        parts.unitTests();
    }

    @Test
    void refusesToReplaceWhatAPersonHasChanged() throws IOException {
        project.plan("user-group.yaml", ProductGenerator::productBlocks).write();
        Path block = project.folder().resolve(CODE + "products/product_blocks/UserGroupBlock.java");
        Files.writeString(block, Files.readString(block) + "// mine\n");

        assertThatThrownBy(() -> project.plan("user-group.yaml", ProductGenerator::productBlocks)
                        .refuseToReplace())
                .isInstanceOf(GeneratorException.class)
                .hasMessageContaining("UserGroupBlock.java");
    }

    @Test
    void refusesAFolderThatIsNoProject() {
        assertThatThrownBy(() -> OwnCode.in(folder))
                .isInstanceOf(GeneratorException.class)
                .hasMessageStartingWith("Expected one registry products/product_types/Products.java below ")
                .hasMessageEndingWith("found 0. Is this a project that './orchestrator new' has made?");
    }

    @Test
    void namesTheLineThatTheRegistryLacks() throws IOException {
        Path registry = project.folder().resolve(CODE + "products/product_types/Products.java");
        Files.writeString(
                registry, Files.readString(registry).replace("return products;", "return Map.copyOf(products);"));

        assertThatThrownBy(() -> project.plan("user-group.yaml", ProductGenerator::product))
                .isInstanceOf(GeneratorException.class)
                .hasMessageContaining("Products.java has no line 'return products;'");
    }

    @Test
    void refusesAProductThatIsRegisteredWithAnotherClass() throws IOException {
        Path registry = project.folder().resolve(CODE + "products/product_types/Products.java");
        Files.writeString(
                registry,
                Files.readString(registry)
                        .replace(
                                "        return", "        products.put(\"User Group\", Team.class);\n        return"));

        assertThatThrownBy(() -> project.plan("user-group.yaml", ProductGenerator::product))
                .isInstanceOf(GeneratorException.class)
                .hasMessage("The product 'User Group' is registered already, with another class than UserGroup."
                        + " Give the product another name, or take its line out of Products.java");
    }
}
