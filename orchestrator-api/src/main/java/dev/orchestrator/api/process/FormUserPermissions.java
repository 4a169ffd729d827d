package dev.orchestrator.api.process;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** What the person who asks may do with a process. */
@Type("FormUserPermissionsType")
@Description("User permissions on a specific process")
public record FormUserPermissions(boolean retryAllowed, boolean resumeAllowed) {}
