package dev.orchestrator.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.migrations.revision.Answers;
import dev.orchestrator.migrations.revision.AnswersFile;
import dev.orchestrator.migrations.revision.Change;
import dev.orchestrator.migrations.revision.ModelRevision;
import dev.orchestrator.state.Json;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.RegistryCheck;
import dev.orchestrator.subscription.RegistryDifference;
import dev.orchestrator.subscription.SubscriptionModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of the models, the written versions bring the database to them, and back to the byte. */
class RoundTripTest {
    private static final int GENERATIONS = 30;
    private static final BufferedReader NOBODY = new BufferedReader(Reader.nullReader());
    private static final long SEED = 20261121;

    /** Of the model, and of what customers have of it: removed values come back too. */
    private static final List<String> TABLES = List.of(
            "products",
            "fixed_inputs",
            "product_blocks",
            "resource_types",
            "product_product_blocks",
            "product_block_resource_types",
            "product_block_relations",
            "products_workflows",
            "subscriptions",
            "subscription_instances",
            "subscription_instance_values",
            "subscription_instance_relations");

    private final Random random = new Random(SEED);

    @Test
    void bringsTheDatabaseToTheModelsAndBack(@TempDir Path project) throws IOException {
        var generations = RandomModels.generations(GENERATIONS, SEED, project.resolve("classes"));
        try (Operator operator = new Operator(project.resolve("data"))) {
            operator.run("db", "init");
            operator.run("db", "upgrade", "heads");
            Map<String, Class<? extends SubscriptionModel>> before = Map.of();
            for (Map<String, Class<? extends SubscriptionModel>> models : generations) {
                operator.registers(models);
                goThereAndBack(operator, answers(before, models));
                subscribe(operator);
                before = models;
            }
        }
    }

    private static void goThereAndBack(Operator operator, AnswersFile answers) {
        List<String> before = contents(operator);
        List<Change> changes = new ModelRevision(
                        operator.application().products(),
                        operator.application().storedProducts())
                .changes(new Answers(answers, NOBODY, new PrintWriter(Writer.nullWriter())), answers, Optional.empty());

        execute(operator, changes, Change::upgrade);
        assertThat(differences(operator)).as("differences after the upgrade").isEmpty();

        execute(operator, changes.reversed(), Change::undo);
        assertThat(contents(operator)).as("after the downgrade").isEqualTo(before);

        execute(operator, changes, Change::upgrade);
        assertThat(differences(operator))
                .as("differences after the second upgrade")
                .isEmpty();
    }

    private static void execute(Operator operator, List<Change> changes, Function<Change, String> statement) {
        operator.database.execute(changes.stream().map(statement).collect(Collectors.joining("\n", "SELECT 1;\n", "")));
    }

    private static List<RegistryDifference> differences(Operator operator) {
        Surroundings.Application application = operator.application();
        return RegistryCheck.differences(
                application.products(), application.storedProducts().catalogue());
    }

    /** Answers to whatever may be asked: renames by chance, removals with a yes. */
    private AnswersFile answers(
            Map<String, Class<? extends SubscriptionModel>> before,
            Map<String, Class<? extends SubscriptionModel>> models) {
        ObjectNode answers = Json.object();
        List<ProductRegistry> registries =
                List.of(new ProductRegistry(List.of(() -> before)), new ProductRegistry(List.of(() -> models)));
        TreeSet<String> blocks = new TreeSet<>();
        TreeSet<String> types = new TreeSet<>();
        registries.forEach(registry -> {
            blocks.addAll(registry.blocks().keySet());
            types.addAll(registry.resourceTypes().keySet());
            registry.products()
                    .keySet()
                    .forEach(product -> answers.withObjectProperty(product)
                            .put("description", "it's \"" + product + "\"; ${not} a placeholder")
                            .put("tag", product.toUpperCase(java.util.Locale.ROOT))
                            .put("remove", "y")
                            .put("fixed0", "zero")
                            .put("fixed1", "one")
                            .put("fixed2", "two"));
        });
        for (String block : blocks) {
            ObjectNode about = answers.withObjectProperty(block);
            about.put("description", "block").put("tag", "B").put("remove", "y");
            types.forEach(type -> about.put("remove " + type, "y"));
        }
        for (String type : types) {
            ObjectNode about = answers.withObjectProperty(type);
            about.put("description", "type").put("remove", "y");
            blocks.forEach(block -> about.put(block, RandomModels.sample(type)));
        }
        renamesByChance(answers);
        return AnswersFile.read(answers.toString());
    }

    private void renamesByChance(ObjectNode answers) {
        List<String> names = new ArrayList<>();
        answers.fieldNames().forEachRemaining(names::add);
        List<String> renamed = new ArrayList<>(names);
        renamed.addAll(List.of("fixed0", "fixed1", "fixed2"));
        for (String about : names) {
            for (String old : renamed) {
                renamed.forEach(name -> answers.withObjectProperty(about)
                        .put(
                                "rename " + old + " to " + name,
                                isSameType(old, name) && random.nextBoolean() ? "y" : "n"));
            }
        }
    }

    /** A string can't become a number by a rename. */
    private static boolean isSameType(String old, String name) {
        return !old.startsWith("value")
                || !name.startsWith("value")
                || RandomModels.sample(old).equals(RandomModels.sample(name));
    }

    /** Somebody takes each product that nobody has, with values in all its blocks. */
    private static void subscribe(Operator operator) {
        operator.database.execute("""
                INSERT INTO subscriptions (description, status, product_id, customer_id)
                SELECT 'mine', 'active', product_id, 'me' FROM products p
                WHERE NOT EXISTS (SELECT FROM subscriptions s WHERE s.product_id = p.product_id);
                INSERT INTO subscription_instances (subscription_id, product_block_id)
                SELECT s.subscription_id, b.product_block_id
                FROM subscriptions s JOIN product_product_blocks b USING (product_id)
                WHERE NOT EXISTS (SELECT FROM subscription_instances i WHERE i.subscription_id = s.subscription_id);
                INSERT INTO subscription_instance_values (subscription_instance_id, resource_type_id, value)
                SELECT i.subscription_instance_id, t.resource_type_id, 'some value'
                FROM subscription_instances i JOIN product_block_resource_types t USING (product_block_id)
                WHERE NOT EXISTS (SELECT FROM subscription_instance_values v
                                  WHERE v.subscription_instance_id = i.subscription_instance_id);
                INSERT INTO subscription_instance_relations (in_use_by_id, depends_on_id, domain_model_attr)
                SELECT u.subscription_instance_id, d.subscription_instance_id, 'nested'
                FROM product_block_relations r
                    JOIN subscription_instances u ON u.product_block_id = r.in_use_by_id
                    JOIN subscription_instances d
                        ON d.product_block_id = r.depends_on_id AND d.subscription_id = u.subscription_id
                ON CONFLICT DO NOTHING;
                """);
    }

    private static List<String> contents(Operator operator) {
        String rows = TABLES.stream()
                .map("SELECT '%1$s ' || to_jsonb(t)::text FROM %1$s t"::formatted)
                .collect(Collectors.joining(" UNION ALL ", "", " ORDER BY 1"));
        return operator.database.query(rows).stream().map(List::getFirst).toList();
    }
}
