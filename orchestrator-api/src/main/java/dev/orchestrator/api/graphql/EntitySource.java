package dev.orchestrator.api.graphql;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** Finds what other services of a federation refer to by a key. */
public interface EntitySource {
    /** The types that are found here, each with its keys: fields of which one suffices to tell a thing from all others of its type. */
    Map<String, List<String>> keys();

    /**
     * What each representation stands for, in their order, null where there is no such thing; by a constant number of statements,
     * however many there are.
     *
     * @param type the one that all the representations name
     */
    Uni<List<Object>> find(String type, List<Representation> representations);
}
