package dev.orchestrator.generator.source;

import dev.orchestrator.generator.Names;
import dev.orchestrator.generator.description.BlockDescription;
import dev.orchestrator.generator.description.FieldDescription;
import dev.orchestrator.generator.description.FieldDescription.Bounds;
import dev.orchestrator.generator.description.FieldDescription.Presence;
import dev.orchestrator.generator.description.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the class of a product block. */
final class BlockSource {
    private final BlockDescription block;
    private final JavaFile file;

    BlockSource(OwnCode code, BlockDescription block) {
        this.block = block;
        this.file = new JavaFile(code.blocks()).use("dev.orchestrator.subscription.ProductBlock");
    }

    String text() {
        List<String> members =
                Stream.concat(enums(), block.fields().stream().map(this::field)).toList();
        return file.with(Words.comment("", block.description()) + "public class " + block.type()
                + " extends ProductBlock {\n" + String.join("\n", members) + "}\n");
    }

    private Stream<String> enums() {
        return block.fields().stream()
                .filter(field -> field.kind() == ValueKind.ENUM)
                .map(field -> "    public enum " + Names.pascal(field.name()) + " {\n"
                        + Words.constants("        ", field.values(), file) + "    }\n");
    }

    private String field(FieldDescription field) {
        field.kind().imported().ifPresent(file::use);
        return Words.comment("    ", field.description()) + String.join("", annotations(field)) + "    public "
                + type(field) + " " + field.javaName() + ";\n";
    }

    private List<String> annotations(FieldDescription field) {
        List<String> annotations = new ArrayList<>();
        if (field.isOptional()) {
            file.use("jakarta.annotation.Nullable");
            annotations.add("    @Nullable\n");
        } else if (field.presence() != Presence.ACTIVE) {
            file.use("dev.orchestrator.subscription.RequiredFrom")
                    .useStatic("dev.orchestrator.subscription.SubscriptionLifecycle." + field.presence());
            annotations.add("    @RequiredFrom(" + field.presence() + ")\n");
        }
        field.items().filter(items -> !items.isNone()).ifPresent(items -> {
            file.use("jakarta.validation.constraints.Size");
            annotations.add("    " + size(items) + "\n");
        });
        return annotations;
    }

    private String type(FieldDescription field) {
        String single = ofOne(field);
        if (!field.isList()) {
            return single;
        }
        file.use("java.util.List");
        return "List<" + single + ">";
    }

    /** The class of one value, as seen from inside the block. */
    static String ofOne(FieldDescription field) {
        return switch (field.kind()) {
            case BLOCK -> field.blockType().orElseThrow();
            case ENUM -> Names.pascal(field.name());
            default -> field.kind().javaType();
        };
    }

    static String size(Bounds bounds) {
        return "@Size(" + limits(bounds) + ")";
    }

    static String limits(Bounds bounds) {
        return Stream.concat(
                        bounds.min().map(min -> "min = " + min).stream(),
                        bounds.max().map(max -> "max = " + max).stream())
                .collect(Collectors.joining(", "));
    }
}
