package dev.orchestrator.api.graphql;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import graphql.TypeResolutionEnvironment;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The field {@code _entities}: each source is asked once for all representations of a type. */
final class EntitiesFetcher implements DataFetcher<CompletionStage<List<Object>>> {
    private static final int MOST = 1_000;

    private final Map<String, EntitySource> sources = new LinkedHashMap<>();

    EntitiesFetcher(List<EntitySource> sources) {
        sources.forEach(source -> source.keys().keySet().forEach(type -> this.sources.put(type, source)));
    }

    Set<String> types() {
        return sources.keySet();
    }

    @Override
    public CompletionStage<List<Object>> get(DataFetchingEnvironment environment) {
        List<Representation> asked = environment.<List<Object>>getArgument("representations").stream()
                .map(Representation::of)
                .toList();
        if (asked.size() > MOST) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT, "At most " + MOST + " representations can be asked for at once");
        }
        Map<Object, String> types = environment
                .getGraphQlContext()
                .computeIfAbsent(EntitiesFetcher.class, key -> Collections.synchronizedMap(new IdentityHashMap<>()));
        return found(asked, types).subscribeAsCompletionStage();
    }

    /** The type that a thing was asked for as. */
    static String typeOf(TypeResolutionEnvironment environment) {
        return environment
                .getGraphQLContext()
                .<Map<Object, String>>get(EntitiesFetcher.class)
                .get(environment.<Object>getObject());
    }

    private Uni<List<Object>> found(List<Representation> asked, Map<Object, String> types) {
        Object[] things = new Object[asked.size()];
        List<Uni<?>> reads = new ArrayList<>();
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < things.length; i++) {
            places.computeIfAbsent(asked.get(i).type(), type -> new ArrayList<>())
                    .add(i);
        }
        places.forEach((type, at) -> reads.add(source(type)
                .find(type, at.stream().map(asked::get).toList())
                .invoke(found -> {
                    for (int i = 0; i < found.size(); i++) {
                        things[at.get(i)] = found.get(i);
                        types.put(found.get(i), type);
                    }
                })));
        return reads.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.combine().all().unis(reads).with(done -> Arrays.asList(things));
    }

    private EntitySource source(String type) {
        EntitySource source = sources.get(type);
        if (source == null) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT,
                    "There are no entities of type " + type + "; there are " + String.join(", ", sources.keySet()));
        }
        return source;
    }
}
