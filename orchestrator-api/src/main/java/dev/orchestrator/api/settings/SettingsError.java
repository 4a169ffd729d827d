package dev.orchestrator.api.settings;

import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** Why the engine could not be switched, or a cache not be cleared. */
@Type("Error")
public record SettingsError(@NonNull String message) implements BaseError, StatusUpdateResponse, CacheClearResponse {}
