package dev.orchestrator.api.graphql;

import dev.orchestrator.api.listing.Page;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Carries the problems of lists to the response, where they stand beside the data. */
public final class ListProblems {
    private static final Object KEY = ListProblems.class;

    private ListProblems() {}

    /** Makes a connection of the page and remembers its problems with the place of the field that is being resolved. */
    public static <T, C> Uni<C> reporting(Context context, Uni<Page<T>> page, Function<Page<T>, C> connection) {
        DataFetchingEnvironment environment = context.unwrap(DataFetchingEnvironment.class);
        return page.map(read -> {
            read.problems().forEach(problem -> add(environment, problem));
            return connection.apply(read);
        });
    }

    private static void add(DataFetchingEnvironment environment, String problem) {
        Queue<GraphQLError> problems =
                environment.getGraphQlContext().computeIfAbsent(KEY, key -> new ConcurrentLinkedQueue<>());
        problems.add(new ResponseError(
                problem,
                environment.getExecutionStepInfo().getPath().toList(),
                List.of(environment.getField().getSourceLocation()),
                ErrorType.BAD_REQUEST));
    }

    static List<GraphQLError> of(GraphQLContext context) {
        Queue<GraphQLError> problems = context.getOrDefault(KEY, new ConcurrentLinkedQueue<>());
        return List.copyOf(problems);
    }
}
