package dev.orchestrator.api.graphql;

import graphql.schema.GraphQLSchema;
import io.quarkus.arc.Unremovable;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts our execution in the place of the framework's, which looks it up by its type. */
final class ExecutionProducer {
    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    @Unremovable
    ExecutionService typed(GraphQLSchema graphQl, Schema schema) {
        return new TypedExecution(graphQl, schema);
    }
}
