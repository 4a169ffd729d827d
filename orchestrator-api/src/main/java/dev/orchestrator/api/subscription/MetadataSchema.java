package dev.orchestrator.api.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the operator keeps in the metadata of subscriptions, for those who show it. */
public interface MetadataSchema {
    /** A JSON Schema; an empty one when anything may be there. */
    ObjectNode schema();
}
