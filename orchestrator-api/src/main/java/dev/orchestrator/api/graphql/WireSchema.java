package dev.orchestrator.api.graphql;

import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.GraphQLUnionType;
import graphql.schema.SchemaTransformer;
import graphql.schema.TypeResolver;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings the schema to what clients of orchestrator-core know where annotations can't say it: free JSON is named so,
 * an Int of an answer may be a long, and what has a default value is never null.
 */
@ApplicationScoped
class WireSchema {
    /** Other services have it, too, and mean the same by it. */
    private static final String SHARED = "PageInfo";

    private final Map<String, List<String>> keys = new HashMap<>();

    WireSchema(@All List<EntitySource> entities) {
        entities.forEach(source -> keys.putAll(source.keys()));
    }

    void adjust(@Observes GraphQLSchema.Builder builder) {
        GraphQLSchema adjusted = SchemaTransformer.transformSchema(builder.build(), new Adjustments(keys));
        // The builder that was announced is the one that is used, so it takes over what was made of it.
        builder.query(adjusted.getQueryType())
                .mutation(adjusted.getMutationType())
                .clearAdditionalTypes()
                .additionalTypes(adjusted.getAdditionalTypes())
                .clearDirectives()
                .additionalDirectives(Set.copyOf(adjusted.getDirectives()))
                .additionalDirectives(Set.of(FederationKeys.KEY, FederationKeys.SHAREABLE))
                .codeRegistry(withResolversOf(adjusted));
    }

    /** The resolvers answer with types of the schema as it was, so each type is looked up by name in what it has become. */
    private static GraphQLCodeRegistry withResolversOf(GraphQLSchema adjusted) {
        GraphQLCodeRegistry registry = adjusted.getCodeRegistry();
        return registry.transform(changed -> {
            for (GraphQLNamedType type : adjusted.getAllTypesAsList()) {
                if (type instanceof GraphQLInterfaceType face) {
                    changed.typeResolver(face, byName(registry.getTypeResolver(face)));
                } else if (type instanceof GraphQLUnionType union) {
                    changed.typeResolver(union, byName(registry.getTypeResolver(union)));
                }
            }
        });
    }

    private static TypeResolver byName(TypeResolver original) {
        return environment -> environment
                .getSchema()
                .getObjectType(original.getType(environment).getName());
    }

    private static final class Adjustments extends GraphQLTypeVisitorStub {
        /** Free JSON of subscriptions, which clients know by another name than that of others. */
        private static final Set<String> DOCUMENTS = Set.of("_metadataSchema", "_schema", "fixedInputs", "metadata");

        private static final GraphQLScalarType DOCUMENT = ExtendedScalars.Json.transform(
                changed -> changed.name("JSONType").specifiedByUrl(null));

        private final Map<String, List<String>> keys;

        private Adjustments(Map<String, List<String>> keys) {
            this.keys = keys;
        }

        @Override
        public TraversalControl visitGraphQLObjectType(
                GraphQLObjectType type, TraverserContext<GraphQLSchemaElement> context) {
            if (type.getName().equals(SHARED)) {
                return changeNode(
                        context, type.transform(changed -> changed.withAppliedDirective(FederationKeys.SHARED)));
            }
            return keys.containsKey(type.getName())
                    ? changeNode(
                            context, type.transform(changed -> changed.withAppliedDirectives(keysOf(type.getName()))))
                    : TraversalControl.CONTINUE;
        }

        @Override
        public TraversalControl visitGraphQLInterfaceType(
                GraphQLInterfaceType type, TraverserContext<GraphQLSchemaElement> context) {
            return keys.containsKey(type.getName())
                    ? changeNode(
                            context, type.transform(changed -> changed.withAppliedDirectives(keysOf(type.getName()))))
                    : TraversalControl.CONTINUE;
        }

        private GraphQLAppliedDirective[] keysOf(String type) {
            return FederationKeys.of(keys.get(type));
        }

        @Override
        public TraversalControl visitGraphQLScalarType(
                GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
            if (scalar.getName().equals(ExtendedScalars.Object.getName())) {
                return changeNode(context, ExtendedScalars.Json);
            }
            return scalar.getName().equals(WideInt.SCALAR.getName())
                    ? changeNode(context, WideInt.SCALAR)
                    : TraversalControl.CONTINUE;
        }

        @Override
        public TraversalControl visitGraphQLFieldDefinition(
                GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
            return DOCUMENTS.contains(field.getName())
                            && GraphQLTypeUtil.unwrapAll(field.getType()) == ExtendedScalars.Object
                    ? changeNode(context, field.transform(changed -> changed.type(document(field.getType()))))
                    : TraversalControl.CONTINUE;
        }

        private static GraphQLOutputType document(GraphQLType type) {
            return switch (type) {
                case GraphQLNonNull present -> GraphQLNonNull.nonNull(document(present.getWrappedType()));
                case GraphQLList list -> GraphQLList.list(document(list.getWrappedType()));
                default -> DOCUMENT;
            };
        }

        @Override
        public TraversalControl visitGraphQLArgument(
                GraphQLArgument argument, TraverserContext<GraphQLSchemaElement> context) {
            return argument.hasSetDefaultValue() && canBeNull(argument.getType())
                    ? changeNode(context, argument.transform(changed -> changed.type(nonNull(argument.getType()))))
                    : TraversalControl.CONTINUE;
        }

        @Override
        public TraversalControl visitGraphQLInputObjectField(
                GraphQLInputObjectField field, TraverserContext<GraphQLSchemaElement> context) {
            return field.hasSetDefaultValue() && canBeNull(field.getType())
                    ? changeNode(context, field.transform(changed -> changed.type(nonNull(field.getType()))))
                    : TraversalControl.CONTINUE;
        }

        private static boolean canBeNull(GraphQLInputType type) {
            return !(type instanceof GraphQLNonNull);
        }

        private static GraphQLInputType nonNull(GraphQLInputType type) {
            return GraphQLNonNull.nonNull(type);
        }
    }
}
