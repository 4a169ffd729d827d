package dev.orchestrator.api.subscription.typed;

import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Names types after classes; where the short name is taken, the whole name of the class tells the two apart. */
final class TypeNames {
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();

    TypeNames(GraphQLSchema schema) {
        schema.getAllTypesAsList().stream().map(GraphQLNamedType::getName).forEach(taken::add);
    }

    String of(Class<?> type, String suffix) {
        return names.computeIfAbsent(type.getName() + suffix, wanted -> {
            String name = type.getSimpleName() + suffix;
            return taken.add(name) ? name : wanted.replaceAll("\\W", "_");
        });
    }
}
