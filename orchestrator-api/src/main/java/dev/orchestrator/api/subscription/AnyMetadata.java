package dev.orchestrator.api.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** The schema of an operator that has not described the metadata. */
@Singleton
@DefaultBean
class AnyMetadata implements MetadataSchema {
    @Override
    public ObjectNode schema() {
        return Json.object();
    }
}
