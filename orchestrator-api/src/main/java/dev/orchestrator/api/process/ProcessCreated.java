package dev.orchestrator.api.process;

import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The process that a mutation was about. */
@Type("ProcessCreated")
@Description("Process status")
public record ProcessCreated(@NonNull UUID id) implements ProcessCreatedMutationError {}
