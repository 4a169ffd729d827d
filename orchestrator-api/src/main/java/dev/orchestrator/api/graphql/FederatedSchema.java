package dev.orchestrator.api.graphql;

import static graphql.schema.FieldCoordinates.coordinates;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import graphql.Scalars;
import graphql.TypeResolutionEnvironment;
import graphql.scalars.ExtendedScalars;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.SchemaPrinter;
import io.quarkus.arc.All;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Lets a federation's gateway ask for our schema, and for what other services refer to by a key (Apollo Federation 2). */
@Singleton
class FederatedSchema {
    /** After all types are there. */
    private static final int LAST = 10_000;

    private static final String LINK = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])

            """;

    private static final GraphQLScalarType ANY = GraphQLScalarType.newScalar()
            .name("_Any")
            .description("A representation of a thing: __typename and the fields of one of its keys")
            .coercing(ExtendedScalars.Json.getCoercing())
            .build();

    private static final GraphQLObjectType SERVICE = GraphQLObjectType.newObject()
            .name("_Service")
            .field(sdl -> sdl.name("sdl").type(nonNull(Scalars.GraphQLString)))
            .build();

    private final List<EntitySource> sources;

    FederatedSchema(@All List<EntitySource> sources) {
        this.sources = sources;
    }

    void extend(@Observes @Priority(LAST) GraphQLSchema.Builder builder) {
        GraphQLSchema schema = builder.build();
        EntitiesFetcher entities = new EntitiesFetcher(sources);
        GraphQLUnionType entity = entity(schema, entities);
        GraphQLObjectType query = schema.getQueryType()
                .transform(changed -> changed.field(
                                field -> field.name("_service").type(nonNull(SERVICE)))
                        .field(field -> field.name("_entities")
                                .type(nonNull(GraphQLList.list(entity)))
                                .argument(representations -> representations
                                        .name("representations")
                                        .type(nonNull(GraphQLList.list(nonNull(ANY)))))));
        DataFetcher<Map<String, String>> service = environment -> Map.of("sdl", sdl(schema));
        GraphQLCodeRegistry code = schema.getCodeRegistry()
                .transform(changed -> changed.dataFetcher(coordinates(query.getName(), "_service"), service)
                        .dataFetcher(coordinates(query.getName(), "_entities"), entities)
                        .typeResolver(entity, FederatedSchema::typeOf));
        builder.query(query).codeRegistry(code);
    }

    private static GraphQLUnionType entity(GraphQLSchema schema, EntitiesFetcher entities) {
        GraphQLUnionType.Builder union = GraphQLUnionType.newUnionType().name("_Entity");
        new TreeSet<>(entities.types())
                .stream()
                        .filter(type -> schema.getType(type) instanceof GraphQLObjectType)
                        .forEach(type -> union.possibleType(typeRef(type)));
        return union.build();
    }

    /** The type that was asked for; where that is an interface, the one that the thing is of. */
    private static GraphQLObjectType typeOf(TypeResolutionEnvironment environment) {
        GraphQLSchema schema = environment.getSchema();
        GraphQLType asked = schema.getType(EntitiesFetcher.typeOf(environment));
        return asked instanceof GraphQLInterfaceType face
                ? schema.getCodeRegistry().getTypeResolver(face).getType(environment)
                : (GraphQLObjectType) asked;
    }

    /** As gateways want it: without what all federated services have. */
    private static String sdl(GraphQLSchema schema) {
        SchemaPrinter.Options options = SchemaPrinter.Options.defaultOptions()
                .includeScalarTypes(true)
                .includeDirectiveDefinitions(false)
                .includeDirectives(true);
        return LINK + new SchemaPrinter(options).print(schema);
    }
}
