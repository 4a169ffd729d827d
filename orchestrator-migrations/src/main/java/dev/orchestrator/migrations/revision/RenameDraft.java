package dev.orchestrator.migrations.revision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.error.Violation;
import dev.orchestrator.migrations.revision.RenameKind.Rename;
import dev.orchestrator.product.Catalogue;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.RegistryCheck;
import dev.orchestrator.subscription.RegistryDifference;
import dev.orchestrator.subscription.RegistryDifference.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds out which things are not new but renamed: what the database has only, and what the code has only, may be the same.
 *
 * <p>Products and blocks come first, because the others are theirs; after each rename the rest is compared with the catalogue as it will be.
 */
final class RenameDraft {
    private final ProductRegistry registry;
    private final List<Change> changes = new ArrayList<>();
    private Catalogue catalogue;

    RenameDraft(ProductRegistry registry, Catalogue catalogue) {
        this.registry = registry;
        this.catalogue = catalogue;
    }

    /** The catalogue after the renames. */
    Catalogue catalogue() {
        return catalogue;
    }

    List<Change> changes() {
        return changes;
    }

    /** Asks about each thing that could be a rename. */
    void ask(Answers answers) {
        for (RenameKind kind : RenameKind.values()) {
            Set<Rename> refused = new HashSet<>();
            Optional<Rename> next = candidates(kind).stream().findFirst();
            while (next.isPresent()) {
                Rename rename = next.get();
                if (Question.isYes(answers.to(kind.question(rename)))) {
                    apply(kind, rename);
                } else {
                    refused.add(rename);
                }
                next = candidates(kind).stream()
                        .filter(candidate -> !refused.contains(candidate))
                        .findFirst();
            }
        }
    }

    /** Takes the renames of a file, and no others. */
    void take(AnswersFile file) {
        Set<String> keys = new TreeSet<>();
        Arrays.stream(RenameKind.values()).map(RenameKind::key).forEach(keys::add);
        List<Violation> violations = new ArrayList<>();
        file.content().fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                violations.add(new Violation(key, "is unknown; renames are of " + keys));
            }
        });
        for (RenameKind kind : RenameKind.values()) {
            for (Rename rename : renames(kind, file.content().path(kind.key()))) {
                if (candidates(kind).contains(rename)) {
                    apply(kind, rename);
                } else {
                    violations.add(new Violation(
                            kind.key(),
                            "'%s' can't be renamed to '%s': the old name has to be in the database only, the new one in the models only"
                                    .formatted(rename.old(), rename.name())));
                }
            }
        }
        if (!violations.isEmpty()) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT, file.name() + " can't be used; nothing was written", violations);
        }
    }

    private static List<Rename> renames(RenameKind kind, JsonNode content) {
        List<Rename> renames = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : content.properties()) {
            if (kind.hasOwner()) {
                entry.getValue()
                        .properties()
                        .forEach(rename -> renames.add(new Rename(
                                entry.getKey(),
                                rename.getKey(),
                                rename.getValue().asText())));
            } else {
                renames.add(new Rename("", entry.getKey(), entry.getValue().asText()));
            }
        }
        return renames;
    }

    private void apply(RenameKind kind, Rename rename) {
        catalogue = kind.apply(catalogue, rename);
        changes.add(kind.change(rename));
    }

    private List<Rename> candidates(RenameKind kind) {
        List<RegistryDifference> parts = RegistryCheck.differences(registry, catalogue).stream()
                .filter(difference -> difference.part() == kind.part())
                .toList();
        List<Rename> candidates = new ArrayList<>();
        for (RegistryDifference old : parts) {
            for (RegistryDifference young : parts) {
                if (old.kind() == Kind.SURPLUS
                        && young.kind() == Kind.MISSING
                        && old.owner().equals(young.owner())
                        && fits(kind, old.name(), young.name())) {
                    candidates.add(new Rename(old.owner(), old.name(), young.name()));
                }
            }
        }
        return candidates;
    }

    /** Values of one resource type are those of the other one only where a block has given one up for the other. */
    private boolean fits(RenameKind kind, String old, String name) {
        return switch (kind) {
            case PRODUCT, PRODUCT_BLOCK, FIXED_INPUT -> true;
            case RESOURCE_TYPE ->
                registry.blocks().entrySet().stream()
                        .anyMatch(block -> catalogue.blocks().containsKey(block.getKey())
                                && catalogue
                                        .blocks()
                                        .get(block.getKey())
                                        .resourceTypes()
                                        .contains(old)
                                && block.getValue().values().stream()
                                        .anyMatch(value -> value.name().equals(name)));
            case RESOURCE_TYPE_OF_BLOCK -> catalogue.resourceTypes().contains(name);
        };
    }
}
