package dev.orchestrator.api.settings;

import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** Why the engine could not be switched. */
@Type("Error")
public record StatusUpdateError(@NonNull String message) implements StatusUpdateResponse {}
