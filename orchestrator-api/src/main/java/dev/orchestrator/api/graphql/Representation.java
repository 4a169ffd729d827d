package dev.orchestrator.api.graphql;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** How another service refers to a thing: by its type and the fields of one of its keys. */
public record Representation(String type, Map<?, ?> fields) {
    private static final String TYPE = "__typename";

    static Representation of(Object wire) {
        if (wire instanceof Map<?, ?> fields && fields.get(TYPE) instanceof String type) {
            return new Representation(type, fields);
        }
        throw new OrchestratorException(
                ErrorCode.INVALID_INPUT, "A representation is an object with __typename and the fields of a key");
    }

    /** Which of the keys it has; refused when it has none. */
    public String key(List<String> keys) {
        return keys.stream().filter(key -> fields.get(key) != null).findFirst().orElseThrow(() -> {
            return new OrchestratorException(
                    ErrorCode.INVALID_INPUT,
                    "A representation of " + type + " needs one of the fields " + String.join(", ", keys));
        });
    }

    public String text(String key) {
        return String.valueOf(fields.get(key(List.of(key))));
    }

    public UUID id(String key) {
        String text = text(key);
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT, key + " of " + type + " is a UUID, not '" + text + "'", e);
        }
    }

    /** What a statement finds for all ids, in the order of the representations. */
    public static <T> Uni<List<Object>> byId(
            List<Representation> all, String key, Function<Collection<UUID>, Uni<Map<UUID, T>>> read) {
        List<UUID> ids = all.stream().map(one -> one.id(key)).toList();
        return read.apply(ids).map(found -> {
            List<Object> things = new ArrayList<>();
            ids.forEach(id -> things.add(found.get(id)));
            return things;
        });
    }
}
