package dev.orchestrator.api.subscription;

import dev.orchestrator.api.listing.FieldNames;
import dev.orchestrator.subscription.BlockType;
import dev.orchestrator.subscription.ProductRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a block as {@code {field, value}}, typed by the block's class. Values of a block, or of a field, that no
 * class knows any more are shown as the text that is stored.
 */
record BlockValues(ProductRegistry registry, BlockSelection selection) {

    List<Object> of(StoredBlock block) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", block.name());
        values.put("label", block.label());
        Map<String, List<String>> texts = new LinkedHashMap<>();
        block.values()
                .forEach(value -> texts.computeIfAbsent(value.resourceType(), type -> new ArrayList<>())
                        .add(value.value()));
        BlockType type = registry.blocks().get(block.name());
        if (type != null) {
            type.values().forEach(field -> {
                texts.remove(field.name());
                values.put(field.name(), block.value(field));
            });
        }
        texts.forEach((name, unknown) -> values.put(name, unknown.size() == 1 ? unknown.get(0) : unknown));
        return selected(values);
    }

    private List<Object> selected(Map<String, Object> values) {
        List<Object> selected = new ArrayList<>();
        values.forEach((name, value) -> {
            if (selection.hasField(name)) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("field", FieldNames.camelCase(name));
                entry.put("value", value);
                selected.add(entry);
            }
        });
        return selected;
    }
}
