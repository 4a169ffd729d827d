package dev.orchestrator.api.rest.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The translations of a language: ours, then those of every jar that has {@code orchestrator/translations/<language>.json},
 * merged key by key. Read once.
 */
@Singleton
class Translations {
    private static final String BUILT_IN = "orchestrator/translations/built-in/";
    private static final String OF_OPERATORS = "orchestrator/translations/";

    /** Also keeps a language from naming another file. */
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z]{2,4})?");

    private final Map<String, ObjectNode> read = new ConcurrentHashMap<>();

    /** Empty when nobody has translated anything into it. */
    Optional<ObjectNode> of(String language) {
        if (!LANGUAGE.matcher(language).matches()) {
            return Optional.empty();
        }
        ObjectNode known = read.get(language);
        return known != null ? Optional.of(known) : load(language);
    }

    private Optional<ObjectNode> load(String language) {
        List<URL> ours = resources(BUILT_IN + language + ".json");
        List<URL> theirs = resources(OF_OPERATORS + language + ".json");
        if (ours.isEmpty() && theirs.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode merged = Json.object();
        ours.forEach(file -> merge(merged, contents(file)));
        theirs.forEach(file -> merge(merged, contents(file)));
        read.put(language, merged);
        return Optional.of(merged);
    }

    private static void merge(ObjectNode target, JsonNode source) {
        source.properties().forEach(entry -> {
            if (target.get(entry.getKey()) instanceof ObjectNode known
                    && entry.getValue().isObject()) {
                merge(known, entry.getValue());
            } else {
                target.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static List<URL> resources(String path) {
        try {
            return Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources(path));
        } catch (IOException e) {
            throw new UncheckedIOException("The class path cannot be searched for " + path, e);
        }
    }

    private static JsonNode contents(URL file) {
        try (InputStream input = file.openStream()) {
            return Json.mapper().readTree(input);
        } catch (IOException e) {
            throw new UncheckedIOException("The translations cannot be read: " + file, e);
        }
    }
}
