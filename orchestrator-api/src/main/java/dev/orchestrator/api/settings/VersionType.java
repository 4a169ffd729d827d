package dev.orchestrator.api.settings;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The versions of what is running. */
@Type("VersionType")
public record VersionType(@NonNull List<@NonNull String> applicationVersions) {}
