package dev.orchestrator.generator.description;

import dev.orchestrator.generator.GeneratorException;
import dev.orchestrator.generator.description.FieldDescription.Bounds;
import dev.orchestrator.generator.description.FieldDescription.Presence;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the description of a product, and refuses it with everything that is wrong with it. */
public final class DescriptionReader {
    private final Problems problems;
    private final NameCheck names;

    private DescriptionReader(Problems problems) {
        this.problems = problems;
        this.names = new NameCheck();
    }

    public static ProductDescription read(Path file) {
        Problems problems = new Problems(file);
        Node root = parse(file);
        ProductDescription product = new DescriptionReader(problems).product(root);
        problems.refuseIfAny();
        new StructureCheck(product, problems).check();
        problems.refuseIfAny();
        return product;
    }

    private static Node parse(Path file) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(file)));
            if (root == null) {
                throw new GeneratorException(file + " is empty; expected the description of a product");
            }
            return root;
        } catch (NoSuchFileException missing) {
            throw new GeneratorException("There is no file " + file + " with the description of a product", missing);
        } catch (IOException failure) {
            throw new GeneratorException(
                    "The description " + file + " cannot be read: " + failure.getMessage(), failure);
        } catch (MarkedYAMLException broken) {
            throw new GeneratorException(
                    file + ", line " + (broken.getProblemMark().getLine() + 1) + ": this is not YAML: "
                            + broken.getProblem(),
                    broken);
        }
    }

    private ProductDescription product(Node node) {
        Section section =
                new Section(node, problems, "name", "type", "tag", "description", "fixed_inputs", "product_blocks");
        if (!section.has("product_blocks")) {
            section.problem("product_blocks", "'product_blocks' is missing");
        }
        return new ProductDescription(
                section.text("name"),
                names.type(section, "type"),
                names.tag(section),
                section.text("description"),
                section.list("fixed_inputs").stream().map(this::fixedInput).toList(),
                section.list("product_blocks").stream().map(this::block).toList());
    }

    private FixedInputDescription fixedInput(Node node) {
        Section section = new Section(node, problems, "name", "description", "values");
        if (!section.has("values")) {
            section.problem("values", "A fixed input needs its 'values': there is a product for each");
        }
        return new FixedInputDescription(
                names.field(section), section.optionalText("description").orElse(""), names.values(section));
    }

    private BlockDescription block(Node node) {
        Section section = new Section(node, problems, "name", "type", "tag", "description", "fields");
        NameCheck ofBlock = new NameCheck();
        return new BlockDescription(
                Section.line(node),
                names.field(section),
                names.type(section, "type"),
                names.tag(section),
                section.text("description"),
                section.list("fields").stream()
                        .map(field -> field(field, ofBlock))
                        .toList());
    }

    private FieldDescription field(Node node, NameCheck ofBlock) {
        Section section = new Section(
                node,
                problems,
                "name",
                "type",
                "description",
                "required_from",
                "min",
                "max",
                "min_items",
                "max_items",
                "values");
        String type = section.text("type");
        Optional<ValueKind> kind = ValueKind.named(type);
        FieldDescription field = new FieldDescription(
                Section.line(node),
                ofBlock.field(section),
                section.optionalText("description").orElse(""),
                kind.orElse(ValueKind.BLOCK),
                kind.isPresent() ? Optional.empty() : Optional.of(type),
                presence(section),
                bounds(section, "min", "max"),
                section.has("min_items") || section.has("max_items")
                        ? Optional.of(bounds(section, "min_items", "max_items"))
                        : Optional.empty(),
                ofBlock.values(section));
        checkFit(section, field);
        return field;
    }

    private static void checkFit(Section section, FieldDescription field) {
        boolean bounded = field.kind().isNumber() || field.kind() == ValueKind.STRING;
        if (!bounded && !field.bounds().isNone()) {
            section.problem(
                    section.has("min") ? "min" : "max",
                    "'" + section.text("type") + "' has no 'min' and 'max'; string, integer and long have");
        }
        if (field.kind() == ValueKind.ENUM && field.values().isEmpty()) {
            section.problem("values", "An enum needs its 'values'");
        }
        if (field.kind() != ValueKind.ENUM && section.has("values")) {
            section.problem("values", "Only an enum has 'values'");
        }
        if (field.isList() && field.isOptional()) {
            section.problem("min_items", "A list is never missing; leave out 'required_from' and have 'min_items: 0'");
        }
    }

    private static Presence presence(Section section) {
        String name = section.optionalText("required_from").orElse("active");
        return Arrays.stream(Presence.values())
                .filter(presence -> presence.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseGet(() -> {
                    section.problem(
                            "required_from",
                            "'required_from' is initial, provisioning, active or never, not '" + name + "'");
                    return Presence.ACTIVE;
                });
    }

    private static Bounds bounds(Section section, String least, String most) {
        Bounds bounds = new Bounds(section.number(least), section.number(most));
        if (bounds.isContradiction()) {
            section.problem(least, "'" + least + "' is more than '" + most + "'");
        }
        return bounds;
    }
}
