package dev.orchestrator.api.subscription.typed;

import static graphql.schema.FieldCoordinates.coordinates;
import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import dev.orchestrator.api.graphql.FederationKeys;
import dev.orchestrator.api.listing.FieldNames;
import dev.orchestrator.api.subscription.SubscriptionInterface;
import dev.orchestrator.api.subscription.Subscriptions;
import dev.orchestrator.api.subscription.WireValue;
import dev.orchestrator.subscription.ModelField;
import dev.orchestrator.subscription.ModelField.BlockField;
import dev.orchestrator.subscription.ModelField.FixedInputField;
import dev.orchestrator.subscription.ModelType;
import dev.orchestrator.subscription.ProductRegistry;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The types of subscriptions: what all subscriptions have, and the fixed inputs and root blocks of their model. */
final class SubscriptionTypes {
    static final String FACE = "SubscriptionInterface";
    static final String PLAIN = "Subscription";
    static final String KEY = "subscriptionId";

    private final ProductRegistry registry;
    private final Instance<Subscriptions> subscriptions;
    private final TypeNames names;
    private final ValueTypes values;
    private final BlockTypes blocks;

    SubscriptionTypes(
            ProductRegistry registry,
            Instance<Subscriptions> subscriptions,
            TypeNames names,
            ValueTypes values,
            BlockTypes blocks) {
        this.registry = registry;
        this.subscriptions = subscriptions;
        this.names = names;
        this.values = values;
        this.blocks = blocks;
    }

    List<GraphQLType> types(GraphQLSchema schema, GraphQLCodeRegistry.Builder code) {
        code.typeResolver(
                FACE,
                environment ->
                        environment.getSchema().getObjectType(nameOf(environment.<SubscriptionInterface>getObject())));
        return registry.products().values().stream()
                .distinct()
                .<GraphQLType>map(model -> type(model, schema, code))
                .toList();
    }

    String nameOf(SubscriptionInterface subscription) {
        return registry.find(subscription.product().name()).map(this::nameOf).orElse(PLAIN);
    }

    String nameOf(ModelType model) {
        return names.of(model.modelClass(), PLAIN);
    }

    private GraphQLObjectType type(ModelType model, GraphQLSchema schema, GraphQLCodeRegistry.Builder code) {
        String name = nameOf(model);
        GraphQLObjectType plain = schema.getObjectType(PLAIN);
        GraphQLObjectType.Builder type = GraphQLObjectType.newObject()
                .name(name)
                .description(name + " Type")
                .withInterface(typeRef(FACE))
                .withAppliedDirectives(FederationKeys.of(List.of(KEY)));
        for (GraphQLFieldDefinition field : plain.getFieldDefinitions()) {
            type.field(field);
            code.dataFetcher(
                    coordinates(name, field.getName()), schema.getCodeRegistry().getDataFetcher(plain, field));
        }
        for (ModelField field : model.fields()) {
            String fieldName = FieldNames.camelCase(field.name());
            // What all subscriptions have keeps its meaning.
            if (plain.getFieldDefinition(fieldName) == null) {
                type.field(
                        newFieldDefinition().name(fieldName).type(typeOf(field)).build());
                code.dataFetcher(coordinates(name, fieldName), fetcher(model, field));
            }
        }
        return type.build();
    }

    private GraphQLOutputType typeOf(ModelField field) {
        return switch (field) {
            case FixedInputField input -> nonNull(values.of(input.type()));
            // A root that is ever required is made with the subscription.
            case BlockField root ->
                blocks.typeOf(root, root.presence().requiredFrom().isPresent());
            case ModelField.ValueField value -> values.of(value.type());
        };
    }

    private DataFetcher<?> fetcher(ModelType model, ModelField field) {
        return switch (field) {
            case FixedInputField input -> environment -> fixedInput(environment.getSource(), input);
            case BlockField root -> environment -> root(environment.getSource(), model, root);
            case ModelField.ValueField value ->
                throw new IllegalArgumentException("A subscription has no values, but " + value.name());
        };
    }

    private CompletionStage<?> fixedInput(SubscriptionInterface subscription, FixedInputField field) {
        return answer(subscriptions
                .get()
                .fixedInputsOf(subscription)
                .map(inputs -> inputs.stream()
                        .filter(input ->
                                input instanceof Map<?, ?> entry && field.name().equals(entry.get("field")))
                        .map(input -> WireValue.of(field.type(), (String) ((Map<?, ?>) input).get("value")))
                        .findFirst()
                        .orElse(null)));
    }

    private CompletionStage<?> root(SubscriptionInterface subscription, ModelType model, BlockField field) {
        return answer(subscriptions
                .get()
                .blocksOf(subscription)
                .map(stored -> new ReachedBlocks(subscription.subscriptionId(), registry, stored))
                .map(reached -> BlockTypes.shown(field, reached.roots(model, field))));
    }

    private static CompletionStage<?> answer(Uni<?> read) {
        return read.subscribeAsCompletionStage();
    }
}
