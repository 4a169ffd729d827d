package dev.orchestrator.generator.source;

import dev.orchestrator.generator.Names;
import dev.orchestrator.generator.description.BlockDescription;
import dev.orchestrator.generator.description.FieldDescription;
import dev.orchestrator.generator.description.FieldDescription.Bounds;
import dev.orchestrator.generator.description.ProductDescription;
import dev.orchestrator.generator.description.ValueKind;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the record that asks for the values of a block: the page of a form, or a part of it for a block inside a block. */
final class InputSource {
    private final OwnCode code;
    private final ProductDescription product;
    private final BlockDescription block;
    private final JavaFile file;

    InputSource(OwnCode code, ProductDescription product, BlockDescription block) {
        this.code = code;
        this.product = product;
        this.block = block;
        this.file = new JavaFile(code.workflows(product))
                .use("jakarta.annotation.Nullable", code.blocks() + "." + block.type());
    }

    String text() {
        return file.with("""
                /** What is asked about %s, be it new or changed. */
                record %s(%s) {

                    static %s of(%s block) {
                        return new %s(%s);
                    }

                    /** The block with these values: the one that is there, or a new one. */
                    %s into(@Nullable %s there) {
                        %s block = there == null ? new %s() : there;
                %s        return block;
                    }
                %s}
                """.formatted(
                        Names.sentence(block.name()).toLowerCase(Locale.ROOT),
                        block.inputType(),
                        each(",\n        ", this::component),
                        block.inputType(),
                        block.type(),
                        block.inputType(),
                        each(",\n                ", this::read),
                        block.type(),
                        block.type(),
                        block.type(),
                        block.type(),
                        block.fields().stream().map(this::write).collect(Collectors.joining()),
                        block.equals(product.root()) ? summary() : ""));
    }

    /** The product and the first text that every subscription has. */
    private String summary() {
        file.use(code.types() + "." + product.type());
        String text = block.fields().stream()
                .filter(field -> field.kind() == ValueKind.STRING && !field.isOptional() && !field.isList())
                .findFirst()
                .map(field -> " + \" \" + subscription." + Names.camel(block.name()) + "." + field.javaName())
                .orElse("");
        return """

                    /** What people see of the subscription in lists. */
                    static String summary(%s subscription) {
                        return subscription.product().name()%s;
                    }
                """.formatted(product.type(), text);
    }

    private String each(String separator, Function<FieldDescription, String> part) {
        String parts = block.fields().stream().map(part).collect(Collectors.joining(separator));
        return parts.isEmpty() ? "" : separator.substring(1) + parts;
    }

    private String component(FieldDescription field) {
        String limits = limits(field);
        String type = limits + type(field);
        if (field.isList()) {
            file.use("java.util.List");
            Bounds items = field.items().orElseThrow();
            type = (items.isNone() ? "" : size(items) + " ") + "List<" + type + ">";
        }
        return (field.isOptional() ? "@Nullable " : "") + type + " " + field.javaName();
    }

    private String type(FieldDescription field) {
        return switch (field.kind()) {
            case BLOCK -> nested(field).inputType();
            case ENUM -> block.type() + "." + BlockSource.ofOne(field);
            default -> {
                field.kind().imported().ifPresent(file::use);
                yield field.kind().javaType();
            }
        };
    }

    private String limits(FieldDescription field) {
        return switch (field.kind()) {
            case STRING -> field.bounds().isNone() ? "" : size(field.bounds()) + " ";
            case INTEGER, LONG -> range(field.bounds());
            default -> "";
        };
    }

    private String size(Bounds bounds) {
        file.use("jakarta.validation.constraints.Size");
        return BlockSource.size(bounds);
    }

    private String range(Bounds bounds) {
        StringBuilder limits = new StringBuilder();
        bounds.min().ifPresent(min -> limits.append(limit("Min", min)));
        bounds.max().ifPresent(max -> limits.append(limit("Max", max)));
        return limits.toString();
    }

    private String limit(String annotation, long value) {
        file.use("jakarta.validation.constraints." + annotation);
        boolean large = value != (int) value;
        return "@" + annotation + "(" + value + (large ? "L" : "") + ") ";
    }

    /** What the form shows of a block that is there. */
    private String read(FieldDescription field) {
        String value = "block." + field.javaName();
        if (field.kind() == ValueKind.BLOCK && field.isList()) {
            return value + ".stream().map(" + nested(field).inputType() + "::of).toList()";
        }
        return field.kind() == ValueKind.BLOCK
                ? orNull(field, value, nested(field).inputType() + ".of(" + value + ")")
                : value;
    }

    /** What the block takes from the form. */
    private String write(FieldDescription field) {
        String target = "block." + field.javaName();
        String value = field.javaName() + "()";
        return "        " + target + " = " + written(field, target, value) + ";\n";
    }

    private String written(FieldDescription field, String target, String value) {
        if (field.kind() != ValueKind.BLOCK) {
            return value;
        }
        return field.isList()
                ? value + ".stream().map(item -> item.into(null)).toList()"
                : orNull(field, value, value + ".into(" + target + ")");
    }

    private static String orNull(FieldDescription field, String value, String converted) {
        return field.isOptional() ? value + " == null ? null : " + converted : converted;
    }

    private BlockDescription nested(FieldDescription field) {
        return product.block(field.blockType().orElseThrow()).orElseThrow();
    }
}
