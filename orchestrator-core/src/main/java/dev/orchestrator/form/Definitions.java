package dev.orchestrator.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;

/** The named parts of a page's schema, which its properties refer to. */
final class Definitions {
    private final ObjectNode definitions = Json.object();

    /** Adds a part and answers the reference to it; one name stands for one part. */
    String add(String name, ObjectNode definition) {
        if (definitions.has(name) && !definitions.get(name).equals(definition)) {
            throw new IllegalArgumentException("The page uses the name " + name + " for two different things");
        }
        definitions.set(name, definition);
        return "#/$defs/" + name;
    }

    ObjectNode addTo(ObjectNode schema) {
        return definitions.isEmpty() ? schema : schema.set("$defs", definitions);
    }
}
