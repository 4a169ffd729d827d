package dev.orchestrator.api.process;

import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Name;

/** What comes of a mutation of a process: the process, or why nothing was done. */
@Union
@Name("ProcessCreatedMutationError")
public sealed interface ProcessCreatedMutationError permits ProcessCreated, MutationError {}
