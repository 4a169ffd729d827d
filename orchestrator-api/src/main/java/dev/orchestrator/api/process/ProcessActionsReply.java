package dev.orchestrator.api.process;

import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Name;

/** What comes of an action on many processes: a report, or why nothing was done at all. */
@Union
@Name("ProcessActionsReply")
public sealed interface ProcessActionsReply permits ProcessActionsReport, MutationError {}
