package dev.orchestrator.api.subscription;

import dev.orchestrator.api.listing.Batch;
import dev.orchestrator.subscription.ModelField.ValueField;
import java.util.List;
import java.util.UUID;

/**
 * A product block instance as the tables have it.
 *
 * @param owner the subscription that it belongs to
 * @param root the field of the subscription that holds it; null when it is nested, or the database does not say
 * @param values in the order of the database: of one resource type, the elements of a list
 * @param uses the blocks below it, in order
 * @param usedBy the blocks that use it, also those of subscriptions that were not asked for
 * @param owners the owners of all blocks that were read together
 */
public record StoredBlock(
        UUID id,
        UUID owner,
        String name,
        String tag,
        String label,
        Root root,
        List<StoredValue> values,
        List<Use> uses,
        List<UsedBy> usedBy,
        Batch owners) {

    /** The value of a field, typed; a list for a field that is one. */
    public Object value(ValueField field) {
        List<Object> elements = values.stream()
                .filter(value -> value.resourceType().equals(field.name()))
                .map(value -> WireValue.of(field.type(), value.value()))
                .toList();
        if (field.presence().list()) {
            return elements;
        }
        return elements.isEmpty() ? null : elements.getFirst();
    }

    /** The field of a subscription that holds a block, and its place when the field is a list. */
    public record Root(String field, int order) {}

    /** The text of one value, or of one element of a list. */
    public record StoredValue(String resourceType, String value) {}

    /** A block below, and the field of the using block that holds it; null when the database does not say. */
    public record Use(UUID block, String field) {}

    /** A block that uses this one, and the subscription that owns it. */
    public record UsedBy(UUID block, UUID subscription) {}
}
