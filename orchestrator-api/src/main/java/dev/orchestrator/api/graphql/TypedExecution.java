package dev.orchestrator.api.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.InvalidSyntaxError;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Gives a kind to those errors, too, with which the framework answers before anything is executed: a document that is none. */
final class TypedExecution extends ExecutionService {
    private static final String QUERY = "query";

    TypedExecution(GraphQLSchema graphQl, Schema schema) {
        super(graphQl, schema);
    }

    @Override
    public void execute(
            JsonObject request, Map<String, Object> context, ExecutionResponseWriter writer, boolean async) {
        super.execute(request, context, new Typing(request, writer), async);
    }

    private record Typing(JsonObject request, ExecutionResponseWriter writer) implements ExecutionResponseWriter {
        @Override
        public void write(ExecutionResponse response) {
            ExecutionResult result = response.getExecutionResult();
            boolean typed = result.getErrors().stream().allMatch(ResponseError.class::isInstance);
            writer.write(
                    typed
                            ? response
                            : new ExecutionResponse(result.transform(changed -> changed.errors(
                                    result.getErrors().stream().map(this::typed).toList()))));
        }

        @Override
        public void fail(Throwable failure) {
            writer.fail(failure);
        }

        private GraphQLError typed(GraphQLError error) {
            String document = request.getString(QUERY, "");
            try {
                if (!document.isEmpty()) {
                    Parser.parse(document);
                }
            } catch (InvalidSyntaxException e) {
                InvalidSyntaxError where = e.toInvalidSyntaxError();
                return new ResponseError(where.getMessage(), null, where.getLocations(), ErrorType.BAD_REQUEST);
            }
            return new ResponseError(error.getMessage(), null, List.of(), ErrorType.BAD_REQUEST);
        }
    }
}
