package dev.orchestrator.api.subscription;

import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Name;

/** What comes of a mutation of a customer's description: the description, or why nothing was done. */
@Union
@Name("CustomerDescriptionNotFoundErrorMutationError")
public interface CustomerDescriptionReply {}
