package dev.orchestrator.migrations.revision;

import dev.orchestrator.product.CatalogueUsage;
import dev.orchestrator.subscription.RegistryDifference;
import dev.orchestrator.subscription.RegistryDifference.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the catalogue has and the models have not; what customers have goes only after a yes. References go before what they refer to. */
record Removals(CatalogueUsage usage) {
    private static final List<Part> ORDER = List.of(
            Part.RELATION_OF_BLOCK,
            Part.RESOURCE_TYPE_OF_BLOCK,
            Part.BLOCK_OF_PRODUCT,
            Part.FIXED_INPUT,
            Part.PRODUCT,
            Part.PRODUCT_BLOCK,
            Part.RESOURCE_TYPE);

    /** The functions of a part: what removes it, and what brings it back. */
    private static final Map<Part, List<String>> FUNCTIONS = Map.of(
            Part.RELATION_OF_BLOCK, List.of("take_block_from_block", "restore_block_of_block"),
            Part.RESOURCE_TYPE_OF_BLOCK, List.of("take_resource_type_from_block", "restore_resource_type_of_block"),
            Part.BLOCK_OF_PRODUCT, List.of("take_block_from_product", "add_block_to_product"),
            Part.FIXED_INPUT, List.of("remove_fixed_input", "restore_fixed_input"),
            Part.PRODUCT, List.of("remove_product", "restore_product"),
            Part.PRODUCT_BLOCK, List.of("remove_product_block", "restore_product_block"),
            Part.RESOURCE_TYPE, List.of("remove_resource_type", "restore_resource_type"));

    void addTo(Draft draft, List<RegistryDifference> differences) {
        for (Part part : ORDER) {
            differences.stream()
                    .filter(difference -> difference.part() == part)
                    .forEach(difference -> add(draft, difference));
        }
    }

    private void add(Draft draft, RegistryDifference difference) {
        String affected = affected(difference);
        if (affected.isEmpty()) {
            changes(difference).forEach(draft::add);
            return;
        }
        Question question = new Question(
                Section.REMOVE,
                "",
                "Do you wish to remove " + difference.subject() + " and with it " + affected + "? [y/N]:",
                difference.owner().isEmpty() ? difference.name() : difference.owner(),
                difference.owner().isEmpty() ? "remove" : "remove " + difference.name(),
                Question.yesOrNo());
        draft.addIfConfirmed(question, changes(difference));
    }

    /** What customers would lose, with its number; empty for nothing. */
    private String affected(RegistryDifference difference) {
        String name = difference.name();
        return switch (difference.part()) {
            case PRODUCT -> counted(usage.subscriptionsTo(name), "subscriptions");
            case PRODUCT_BLOCK -> counted(usage.instancesOf(name), "instances in subscriptions");
            case RESOURCE_TYPE -> counted(usage.valuesOf(name), "values in subscriptions");
            case RESOURCE_TYPE_OF_BLOCK -> counted(usage.valuesOf(name, difference.owner()), "values in subscriptions");
            case RELATION_OF_BLOCK, BLOCK_OF_PRODUCT, FIXED_INPUT, PRODUCT_TYPE -> "";
        };
    }

    private static String counted(long number, String what) {
        return number == 0 ? "" : number + " " + what;
    }

    private List<Change> changes(RegistryDifference difference) {
        List<Change> changes = new ArrayList<>();
        if (difference.part() == Part.PRODUCT && usage.subscriptionsTo(difference.name()) > 0) {
            changes.add(new Change(
                    Section.REMOVE,
                    FunctionCall.of("remove_subscriptions", difference.name()),
                    FunctionCall.of("restore_subscriptions", difference.name())));
        }
        List<String> functions = FUNCTIONS.get(difference.part());
        changes.add(new Change(
                Section.REMOVE, call(functions.getFirst(), difference), call(functions.getLast(), difference)));
        return changes;
    }

    /** A fixed input is named by its product first, the parts of blocks and products by themselves, as the functions read best. */
    private static String call(String function, RegistryDifference difference) {
        String owner = difference.owner().isEmpty() ? null : difference.owner();
        return difference.part() == Part.FIXED_INPUT
                ? FunctionCall.of(function, owner, difference.name())
                : FunctionCall.of(function, difference.name(), owner);
    }
}
