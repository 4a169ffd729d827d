package dev.orchestrator.api.rest.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orchestrator.state.Json;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Lets REST write JSON by the same rules as states, forms and models. */
final class JsonMapping {
    @Produces
    @Singleton
    ObjectMapper mapper() {
        // A copy, because frameworks add modules to the mapper that they are given.
        return Json.mapper().copy();
    }
}
