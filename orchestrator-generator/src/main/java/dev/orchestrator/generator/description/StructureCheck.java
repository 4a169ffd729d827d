package dev.orchestrator.generator.description;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whether the parts of a description fit together. */
final class StructureCheck {
    private static final int WHOLE = 1;

    private final ProductDescription product;
    private final Problems problems;

    StructureCheck(ProductDescription product, Problems problems) {
        this.product = product;
        this.problems = problems;
    }

    void check() {
        checkNestedBlocks();
        checkRoot();
        checkResourceTypes();
    }

    private void checkNestedBlocks() {
        for (BlockDescription block : product.blocks()) {
            for (FieldDescription field : block.fields()) {
                String type = field.blockType().orElse("");
                if (!type.isEmpty() && product.block(type).isEmpty()) {
                    problems.add(
                            field.line(),
                            "'" + type + "' is no type. There are " + ValueKind.names()
                                    + ", and the types of the product blocks in this file");
                }
            }
            if (contains(block, block.type(), new HashSet<>())) {
                problems.add(block.line(), block.type() + " contains itself, so it could never be filled in");
            }
        }
    }

    private boolean contains(BlockDescription block, String type, Set<String> seen) {
        return block.fields().stream()
                .flatMap(field -> field.blockType().stream())
                .filter(seen::add)
                .anyMatch(part -> part.equals(type)
                        || product.block(part)
                                .map(nested -> contains(nested, type, seen))
                                .orElse(false));
    }

    private void checkRoot() {
        if (product.blocks().isEmpty()) {
            return;
        }
        if (product.roots().size() != 1) {
            problems.add(
                    WHOLE,
                    "One product block has to be the root, and the others parts of it; found as roots: "
                            + product.roots().stream()
                                    .map(BlockDescription::type)
                                    .toList());
        } else if (product.fixedInputs().stream()
                .anyMatch(input -> input.name().equals(product.root().name()))) {
            problems.add(
                    WHOLE,
                    "A fixed input and the root block have the same name, "
                            + product.root().name());
        }
    }

    private void checkResourceTypes() {
        Map<String, String> types = new HashMap<>();
        for (BlockDescription block : product.blocks()) {
            for (FieldDescription field : block.fields()) {
                String type = typeOf(block, field);
                String other = types.putIfAbsent(field.name(), type);
                if (other != null && !other.equals(type)) {
                    problems.add(
                            field.line(),
                            "The resource type " + field.name() + " is " + type + " in " + block.type() + ", but "
                                    + other + " in another block");
                }
            }
        }
    }

    private static String typeOf(BlockDescription block, FieldDescription field) {
        return field.kind() == ValueKind.ENUM
                ? "an enum of " + block.type()
                : field.blockType().orElse(field.kind().toString());
    }
}
