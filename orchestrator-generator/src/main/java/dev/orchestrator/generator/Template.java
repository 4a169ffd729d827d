package dev.orchestrator.generator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of ours with places such as <code>{{name}}</code> to fill in. */
public record Template(String text) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    /** A file beside the class that asks for it. */
    public static Template of(Class<?> neighbour, String file) {
        try (InputStream input = neighbour.getResourceAsStream(file)) {
            if (input == null) {
                throw new IllegalArgumentException("No template " + file + " beside " + neighbour);
            }
            return new Template(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("The template " + file + " cannot be read", failure);
        }
    }

    /** The text with all its places filled in; one without a value is a mistake in the template. */
    public String fill(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(values, place.group(1))));
    }

    private static String value(Map<String, String> values, String name) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("The template has a place {{" + name + "}} that nobody fills");
        }
        return values.get(name);
    }
}
