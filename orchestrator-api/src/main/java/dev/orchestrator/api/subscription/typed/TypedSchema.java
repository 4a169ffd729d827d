package dev.orchestrator.api.subscription.typed;

import dev.orchestrator.api.subscription.Subscriptions;
import dev.orchestrator.subscription.ProductRegistry;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;

/** Adds a type to the schema for each class of models and blocks that the registry knows. */
@Singleton
class TypedSchema {
    /** After the schema has been brought to its wire form, which types made here are to share. */
    private static final int LATE = 5_000;

    private final ProductRegistry registry;
    private final Instance<Subscriptions> subscriptions;
    private final TypedEntities entities;

    /** The schema is made before there is a database, so subscriptions are looked up when they are read. */
    TypedSchema(ProductRegistry registry, Instance<Subscriptions> subscriptions, TypedEntities entities) {
        this.registry = registry;
        this.subscriptions = subscriptions;
        this.entities = entities;
    }

    void extend(@Observes @Priority(LATE) GraphQLSchema.Builder builder) {
        GraphQLSchema schema = builder.build();
        TypeNames names = new TypeNames(schema);
        ValueTypes values = new ValueTypes(schema, names);
        BlockTypes blocks = new BlockTypes(registry, subscriptions, names, values);
        SubscriptionTypes models = new SubscriptionTypes(registry, subscriptions, names, values, blocks);
        Set<GraphQLType> types = new HashSet<>();
        builder.codeRegistry(schema.getCodeRegistry().transform(code -> {
            types.addAll(models.types(schema, code));
            types.addAll(blocks.types(code));
        }));
        builder.additionalTypes(types);
        entities.are(models, blocks);
    }
}
