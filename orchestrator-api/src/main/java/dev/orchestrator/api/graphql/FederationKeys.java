package dev.orchestrator.api.graphql;

import graphql.Scalars;
import graphql.introspection.Introspection.DirectiveLocation;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLNonNull;
import java.util.List;

/** The directives by which a federation knows what identifies a thing, and what several services may answer. */
public final class FederationKeys {
    static final GraphQLDirective KEY = GraphQLDirective.newDirective()
            .name("key")
            .repeatable(true)
            .argument(fields -> fields.name("fields").type(GraphQLNonNull.nonNull(Scalars.GraphQLString)))
            .argument(resolvable ->
                    resolvable.name("resolvable").type(Scalars.GraphQLBoolean).defaultValueProgrammatic(true))
            .validLocations(DirectiveLocation.OBJECT, DirectiveLocation.INTERFACE)
            .build();

    static final GraphQLDirective SHAREABLE = GraphQLDirective.newDirective()
            .name("shareable")
            .validLocations(DirectiveLocation.OBJECT, DirectiveLocation.FIELD_DEFINITION)
            .build();

    static final GraphQLAppliedDirective SHARED = SHAREABLE.toAppliedDirective();

    private FederationKeys() {}

    /** One directive a key. */
    public static GraphQLAppliedDirective[] of(List<String> keys) {
        return keys.stream().map(FederationKeys::of).toArray(GraphQLAppliedDirective[]::new);
    }

    private static GraphQLAppliedDirective of(String field) {
        return GraphQLAppliedDirective.newDirective()
                .name(KEY.getName())
                .argument(fields -> fields.name("fields")
                        .type(GraphQLNonNull.nonNull(Scalars.GraphQLString))
                        .valueProgrammatic(field))
                .build();
    }
}
