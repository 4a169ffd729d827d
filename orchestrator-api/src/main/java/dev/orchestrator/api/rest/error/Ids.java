package dev.orchestrator.api.rest.error;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads the ids in paths and queries; what is none is refused by the parameter's name. */
@Provider
public final class Ids implements ParamConverterProvider {
    private static final Pattern SHAPE =
            Pattern.compile("\\p{XDigit}{8}-?\\p{XDigit}{4}-?\\p{XDigit}{4}-?\\p{XDigit}{4}-?\\p{XDigit}{12}");
    private static final Pattern WITHOUT_DASHES =
            Pattern.compile("(\\p{XDigit}{8})(\\p{XDigit}{4})(\\p{XDigit}{4})(\\p{XDigit}{4})(\\p{XDigit}{12})");

    /** Empty for text that is no id. Unlike the JDK's parser this one takes no short groups. */
    public static Optional<UUID> parse(String text) {
        if (text == null || !SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.replace("-", "");
        return Optional.of(UUID.fromString(WITHOUT_DASHES.matcher(digits).replaceFirst("$1-$2-$3-$4-$5")));
    }

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        if (rawType != UUID.class) {
            return null;
        }
        ParamConverter<UUID> converter = converterOf(annotations);
        return new ParamConverter<>() {
            @Override
            public T fromString(String value) {
                return rawType.cast(converter.fromString(value));
            }

            @Override
            public String toString(T value) {
                return value.toString();
            }
        };
    }

    private static ParamConverter<UUID> converterOf(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof PathParam path) {
                return new Named("path", path.value());
            }
            if (annotation instanceof QueryParam query) {
                return new Named("query", query.value());
            }
        }
        return new Named("path", "id");
    }

    /** A converter that knows what it converts. */
    private record Named(String where, String name) implements ParamConverter<UUID> {
        @Override
        public UUID fromString(String value) {
            return parse(value).orElseThrow(() -> InvalidRequest.invalidId(where, name, value));
        }

        @Override
        public String toString(UUID value) {
            return value.toString();
        }
    }
}
