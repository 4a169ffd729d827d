package dev.orchestrator.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.orchestrator.error.Violation;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares a document with the record that is to be read from it; types other than records have no such demands. */
final class RecordFit {
    private RecordFit() {}

    static void require(JsonNode document, Class<?> type) {
        List<Violation> violations = violations(document, type);
        if (!violations.isEmpty()) {
            throw StateMisfit.of(type, violations);
        }
    }

    static List<Violation> violations(JsonNode document, Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .flatMap(component -> violation(document, component).stream())
                        .toList()
                : List.of();
    }

    private static Optional<Violation> violation(JsonNode document, RecordComponent component) {
        String key = key(component);
        JsonNode value = document.get(key);
        if (value == null) {
            return isOptional(component) ? Optional.empty() : Optional.of(new Violation(key, "is missing"));
        }
        JavaType expected = Json.mapper().constructType(component.getGenericType());
        boolean isFit = value.isNull() ? !component.getType().isPrimitive() : isReadable(value, expected);
        return isFit
                ? Optional.empty()
                : Optional.of(new Violation(
                        key,
                        "should be " + expected.getRawClass().getSimpleName() + ", found "
                                + value.getNodeType().name().toLowerCase(Locale.ROOT)));
    }

    private static boolean isReadable(JsonNode value, JavaType expected) {
        try {
            Json.mapper().treeToValue(value, expected);
            // A record that travels as text, such as an IP prefix, has been checked by reading it.
            return !value.isObject()
                    || violations(value, expected.getRawClass()).isEmpty();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getType() == Optional.class
                || Stream.of(
                                component.getAnnotations(),
                                component.getAccessor().getAnnotations(),
                                component.getAnnotatedType().getAnnotations())
                        .flatMap(Arrays::stream)
                        .map(Annotation::annotationType)
                        .anyMatch(annotation -> annotation.getSimpleName().equals("Nullable"));
    }

    /** As the mapper names it. */
    private static String key(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty()
                ? PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName())
                : property.value();
    }
}
