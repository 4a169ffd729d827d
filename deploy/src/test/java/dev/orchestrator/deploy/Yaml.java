package dev.orchestrator.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads YAML with its anchors and merge keys, and maps it to classes that must have every field. */
final class Yaml {
    private static final ObjectMapper STRICT = new ObjectMapper()
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                /** The model's classes collect fields that they don't know; here these are errors. */
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            });

    private Yaml() {}

    static List<JsonNode> documents(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        List<JsonNode> documents = new ArrayList<>();
        try {
            new org.yaml.snakeyaml.Yaml(new SafeConstructor(options))
                    .loadAll(Files.readString(file))
                    .forEach(document -> documents.add(STRICT.valueToTree(document)));
        } catch (IOException failure) {
            throw new UncheckedIOException(file.toString(), failure);
        }
        return documents;
    }

    /** Refuses fields that the class does not have, and values of another type. */
    static <T> T strict(JsonNode document, Class<T> type) {
        try {
            return STRICT.treeToValue(document, type);
        } catch (IOException misfit) {
            throw new AssertionError(misfit.getMessage(), misfit);
        }
    }
}
