package dev.orchestrator.api.subscription.typed;

import dev.orchestrator.product.ValueType;
import graphql.Scalars;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeReference;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The GraphQL types of values and fixed inputs: scalars that the schema has, and enums that it gets. */
final class ValueTypes {
    private static final Pattern NAME = Pattern.compile("(?!__)[_A-Za-z][_0-9A-Za-z]*");
    private static final Set<String> RESERVED = Set.of("true", "false", "null");
    private static final Map<Class<?>, String> SCALARS = Map.of(
            Integer.class, "Int",
            Long.class, "Int",
            Boolean.class, "Boolean",
            UUID.class, "UUID",
            Instant.class, "DateTime",
            OffsetDateTime.class, "DateTime");

    private final GraphQLSchema schema;
    private final TypeNames names;
    private final Map<Class<?>, GraphQLOutputType> enums = new HashMap<>();

    ValueTypes(GraphQLSchema schema, TypeNames names) {
        this.schema = schema;
        this.names = names;
    }

    GraphQLOutputType of(ValueType type) {
        if (type.javaType().isEnum()) {
            return enums.computeIfAbsent(type.javaType(), this::ofEnum);
        }
        String scalar = SCALARS.get(type.javaType());
        return scalar == null || schema.getType(scalar) == null
                ? Scalars.GraphQLString
                : GraphQLTypeReference.typeRef(scalar);
    }

    /** An enum with a value that can't be a name in GraphQL is text. */
    private GraphQLOutputType ofEnum(Class<?> type) {
        List<String> values =
                Stream.of(type.getEnumConstants()).map(ValueType::wireName).toList();
        if (!values.stream().allMatch(value -> NAME.matcher(value).matches() && !RESERVED.contains(value))) {
            return Scalars.GraphQLString;
        }
        GraphQLEnumType.Builder builder = GraphQLEnumType.newEnum().name(names.of(type, ""));
        values.forEach(value -> builder.value(value, value));
        return builder.build();
    }
}
