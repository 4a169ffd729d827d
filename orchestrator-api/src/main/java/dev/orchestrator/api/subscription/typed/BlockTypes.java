package dev.orchestrator.api.subscription.typed;

import static graphql.schema.FieldCoordinates.coordinates;
import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import dev.orchestrator.api.graphql.FederationKeys;
import dev.orchestrator.api.listing.FieldNames;
import dev.orchestrator.api.subscription.Subscriptions;
import dev.orchestrator.api.subscription.typed.ReachedBlocks.Reached;
import dev.orchestrator.subscription.BlockType;
import dev.orchestrator.subscription.ModelField;
import dev.orchestrator.subscription.ModelField.BlockField;
import dev.orchestrator.subscription.ModelField.ValueField;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import graphql.Scalars;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLType;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/** The types of product blocks, behind one interface. */
final class BlockTypes {
    private static final String FACE = "BaseProductBlockType";
    private static final String SUFFIX = "Inactive";
    static final String INSTANCE = "subscriptionInstanceId";

    private final ProductRegistry registry;
    private final Instance<Subscriptions> subscriptions;
    private final TypeNames names;
    private final ValueTypes values;

    BlockTypes(ProductRegistry registry, Instance<Subscriptions> subscriptions, TypeNames names, ValueTypes values) {
        this.registry = registry;
        this.subscriptions = subscriptions;
        this.names = names;
        this.values = values;
    }

    List<GraphQLType> types(GraphQLCodeRegistry.Builder code) {
        List<GraphQLType> types = new ArrayList<>();
        types.add(GraphQLInterfaceType.newInterface()
                .name(FACE)
                .fields(commonFields())
                .build());
        code.typeResolver(
                FACE,
                environment -> environment
                        .getSchema()
                        .getObjectType(nameOf(registry.block(
                                environment.<Reached>getObject().block().name()))));
        registry.blocks().values().forEach(block -> types.add(type(block, code)));
        return types;
    }

    /** The type of a field: of one that is a list, or always has a block, never null. */
    GraphQLOutputType typeOf(BlockField field, boolean always) {
        GraphQLOutputType block = typeRef(nameOf(field.blockType()));
        if (field.presence().list()) {
            return nonNull(GraphQLList.list(nonNull(block)));
        }
        return always ? nonNull(block) : block;
    }

    /** What a field shows of the blocks that it holds. */
    static Object shown(BlockField field, List<Reached> blocks) {
        if (field.presence().list()) {
            return blocks;
        }
        return blocks.isEmpty() ? null : blocks.getFirst();
    }

    String nameOf(BlockType block) {
        return names.of(block.blockClass(), SUFFIX);
    }

    private GraphQLObjectType type(BlockType block, GraphQLCodeRegistry.Builder code) {
        String name = nameOf(block);
        Map<String, GraphQLFieldDefinition> fields = new LinkedHashMap<>();
        commonFields().forEach(field -> fields.put(field.getName(), field));
        commonFetchers().forEach((field, fetcher) -> code.dataFetcher(coordinates(name, field), fetcher));
        for (ModelField field : block.fields()) {
            String fieldName = FieldNames.camelCase(field.name());
            // What all blocks have keeps its meaning, save the title, which is the author's to give.
            if (!fields.containsKey(fieldName) || isTitle(field)) {
                fields.put(
                        fieldName,
                        newFieldDefinition().name(fieldName).type(typeOf(field)).build());
                code.dataFetcher(coordinates(name, fieldName), fetcher(block, field));
            }
        }
        return GraphQLObjectType.newObject()
                .name(name)
                .description(name + " Type")
                .withInterface(typeRef(FACE))
                .withAppliedDirectives(FederationKeys.of(keys(block)))
                .fields(List.copyOf(fields.values()))
                .build();
    }

    /** The block's id, and the values that are ids by their name: other services may know the block by them. */
    static List<String> keys(BlockType block) {
        return Stream.concat(
                        Stream.of(INSTANCE),
                        block.values().stream().filter(BlockTypes::isKey).map(BlockTypes::wireName))
                .toList();
    }

    /** The value that a key is; empty for the block's own id. */
    static Optional<ValueField> valueOf(BlockType block, String key) {
        return block.values().stream()
                .filter(BlockTypes::isKey)
                .filter(value -> wireName(value).equals(key))
                .findFirst();
    }

    private static boolean isKey(ValueField value) {
        return value.name().contains("_id") && !value.presence().list();
    }

    private static String wireName(ValueField value) {
        return FieldNames.camelCase(value.name());
    }

    private static boolean isTitle(ModelField field) {
        return field instanceof ValueField value
                && value.name().equals("title")
                && value.type().javaType() == String.class
                && !value.presence().list();
    }

    private GraphQLOutputType typeOf(ModelField field) {
        return switch (field) {
            case ValueField value -> {
                GraphQLOutputType one = values.of(value.type());
                yield value.presence().list() ? nonNull(GraphQLList.list(nonNull(one))) : one;
            }
            case BlockField nested -> typeOf(nested, nested.presence().isRequiredIn(SubscriptionLifecycle.INITIAL));
            case ModelField.FixedInputField input -> values.of(input.type());
        };
    }

    private static DataFetcher<?> fetcher(BlockType type, ModelField field) {
        return switch (field) {
            case ValueField value -> ofBlock(reached -> reached.block().value(value));
            case BlockField nested ->
                ofBlock(reached -> shown(nested, reached.all().below(reached.block(), type, nested)));
            case ModelField.FixedInputField input ->
                throw new IllegalArgumentException("A block has no fixed inputs, but " + input.name());
        };
    }

    private List<GraphQLFieldDefinition> commonFields() {
        return List.of(
                field(INSTANCE, nonNull(typeRef("UUID"))),
                field("ownerSubscriptionId", nonNull(typeRef("UUID"))),
                field("name", Scalars.GraphQLString),
                field("label", Scalars.GraphQLString),
                field("title", Scalars.GraphQLString),
                newFieldDefinition()
                        .name("subscription")
                        .description("resolve to subscription of the product block")
                        .type(typeRef("SubscriptionInterface"))
                        .build());
    }

    private static GraphQLFieldDefinition field(String name, GraphQLOutputType type) {
        return newFieldDefinition().name(name).type(type).build();
    }

    private Map<String, DataFetcher<?>> commonFetchers() {
        return Map.of(
                INSTANCE,
                ofBlock(reached -> reached.block().id().toString()),
                "ownerSubscriptionId",
                ofBlock(reached -> reached.block().owner().toString()),
                "name",
                ofBlock(reached -> reached.block().name()),
                "label",
                ofBlock(reached -> reached.block().label()),
                "title",
                ofBlock(reached -> null),
                "subscription",
                ofOwner());
    }

    private CompletionStage<?> owner(Reached reached) {
        return subscriptions.get().ownerOf(reached.block()).subscribeAsCompletionStage();
    }

    private DataFetcher<CompletionStage<?>> ofOwner() {
        return environment -> owner(environment.getSource());
    }

    private static DataFetcher<Object> ofBlock(Function<Reached, Object> read) {
        return environment -> read.apply(environment.getSource());
    }
}
