package dev.orchestrator.api.graphql;

import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;

/**
 * The scalar Int as orchestrator-core has it: in answers any long, because ids of other systems pass 31 bits; in
 * arguments as GraphQL says.
 */
final class WideInt implements Coercing<Object, Object> {
    static final GraphQLScalarType SCALAR =
            Scalars.GraphQLInt.transform(changed -> changed.coercing(new WideInt(Scalars.GraphQLInt.getCoercing())));

    private final Coercing<?, ?> narrow;

    private WideInt(Coercing<?, ?> narrow) {
        this.narrow = narrow;
    }

    @Override
    public Object serialize(Object result, GraphQLContext context, Locale locale) {
        return result instanceof Long ? result : narrow.serialize(result, context, locale);
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        return narrow.parseValue(input, context, locale);
    }

    @Override
    public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return narrow.parseLiteral(input, variables, context, locale);
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return narrow.valueToLiteral(input, context, locale);
    }
}
