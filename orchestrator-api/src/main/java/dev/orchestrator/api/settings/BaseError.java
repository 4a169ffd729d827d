package dev.orchestrator.api.settings;

import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** What errors that are answers have. */
@Name("BaseError")
public interface BaseError {
    @Name("message")
    @NonNull
    String message();
}
