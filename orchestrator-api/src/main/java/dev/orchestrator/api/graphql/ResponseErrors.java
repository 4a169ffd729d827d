package dev.orchestrator.api.graphql;

import dev.orchestrator.error.OrchestratorException;
import graphql.ErrorClassification;
import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.cdi.event.AfterExecute;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Says each error of a response in the words and kinds that clients know, and adds the problems of lists. */
@ApplicationScoped
class ResponseErrors {
    private static final Logger LOG = Logger.getLogger(ResponseErrors.class);
    private static final String INTERNAL = "The request could not be answered because of an error in the server";

    void translate(@Observes @AfterExecute Context context) {
        ExecutionResult result = context.unwrap(ExecutionResult.class);
        List<GraphQLError> errors = new ArrayList<>();
        result.getErrors().forEach(error -> errors.add(translated(error)));
        errors.addAll(ListProblems.of(context.unwrap(ExecutionInput.class).getGraphQLContext()));
        if (!errors.isEmpty() && context instanceof SmallRyeContext smallRye) {
            smallRye.setExecutionResult(result.transform(changed -> changed.errors(errors)));
        }
    }

    private static GraphQLError translated(GraphQLError error) {
        if (error instanceof ExceptionWhileDataFetching failed) {
            return ofException(failed);
        }
        boolean ours = isOfServer(error.getErrorType());
        return new ResponseError(
                error.getMessage(),
                error.getPath(),
                error.getLocations(),
                ours ? ErrorType.INTERNAL_ERROR : ErrorType.BAD_REQUEST);
    }

    private static GraphQLError ofException(ExceptionWhileDataFetching failed) {
        for (Throwable cause = failed.getException(); cause != null; cause = cause.getCause()) {
            if (cause instanceof OrchestratorException refusal) {
                return new ResponseError(
                        refusal.getMessage(),
                        failed.getPath(),
                        failed.getLocations(),
                        ErrorType.of(refusal.code().category()));
            }
        }
        LOG.errorf(failed.getException(), "Field %s could not be resolved", failed.getPath());
        return new ResponseError(INTERNAL, failed.getPath(), failed.getLocations(), ErrorType.INTERNAL_ERROR);
    }

    private static boolean isOfServer(ErrorClassification type) {
        return type == graphql.ErrorType.NullValueInNonNullableField || type == graphql.ErrorType.DataFetchingException;
    }
}
