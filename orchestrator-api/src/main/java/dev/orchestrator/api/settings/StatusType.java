package dev.orchestrator.api.settings;

import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/**
 * The engine and its workers, each read when it is asked for.
 *
 * @param cacheNames what can be cleared, with a description
 */
@Type("StatusType")
public record StatusType(@NonNull Object cacheNames) {}
