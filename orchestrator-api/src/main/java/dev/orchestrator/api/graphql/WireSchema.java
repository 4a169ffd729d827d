package dev.orchestrator.api.graphql;

import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.GraphQLUnionType;
import graphql.schema.SchemaTransformer;
import graphql.schema.TypeResolver;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Brings the schema to what clients of orchestrator-core know where annotations can't say it: free JSON is named so,
 * an Int of an answer may be a long, and what has a default value is never null.
 */
@ApplicationScoped
class WireSchema {
    void adjust(@Observes GraphQLSchema.Builder builder) {
        GraphQLSchema adjusted = SchemaTransformer.transformSchema(builder.build(), new Adjustments());
        // The builder that was announced is the one that is used, so it takes over what was made of it.
        builder.query(adjusted.getQueryType())
                .mutation(adjusted.getMutationType())
                .clearAdditionalTypes()
                .additionalTypes(adjusted.getAdditionalTypes())
                .clearDirectives()
                .additionalDirectives(Set.copyOf(adjusted.getDirectives()))
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
