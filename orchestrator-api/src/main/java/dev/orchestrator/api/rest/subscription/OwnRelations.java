package dev.orchestrator.api.rest.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;

/** Leaves out of a domain model that its blocks are used by blocks of the same subscription, which the nesting says already. */
final class OwnRelations {
    private static final String IDS = "in_use_by_ids";
    private static final String RELATIONS = "in_use_by_relations";

    private OwnRelations() {}

    static void removeFrom(ObjectNode model) {
        String own = model.get("subscription_id").asText();
        for (JsonNode field : model) {
            removeFrom(field, own);
        }
    }

    private static void removeFrom(JsonNode node, String own) {
        if (node.path(RELATIONS) instanceof ArrayNode relations && node.path(IDS) instanceof ArrayNode ids) {
            ids.removeAll();
            for (Iterator<JsonNode> each = relations.iterator(); each.hasNext(); ) {
                JsonNode relation = each.next();
                if (relation.path("subscription_id").asText().equals(own)) {
                    each.remove();
                } else {
                    ids.add(relation.get("subscription_instance_id"));
                }
            }
        }
        for (JsonNode nested : node) {
            removeFrom(nested, own);
        }
    }
}
