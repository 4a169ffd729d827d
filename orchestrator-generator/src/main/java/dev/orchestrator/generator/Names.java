package dev.orchestrator.generator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** The spellings of one name: {@code group_name} on the wire, {@code groupName} in Java. */
public final class Names {
    private Names() {}

    /** Whether Java takes it as a package, class or variable, which excludes its reserved words. */
    public static boolean isFree(String name) {
        return SourceVersion.isName(name, SourceVersion.RELEASE_21);
    }

    /** {@code UserGroup} becomes {@code user_group}. */
    public static String snake(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    /** {@code user_group} becomes {@code userGroup}. */
    public static String camel(String snake) {
        String pascal = pascal(snake);
        return pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
    }

    /** {@code user_group} becomes {@code UserGroup}. */
    public static String pascal(String snake) {
        return Arrays.stream(snake.split("_", -1)).map(Names::capitalised).collect(Collectors.joining());
    }

    public static String capitalised(String word) {
        return word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** {@code user_group} becomes {@code User group}. */
    public static String sentence(String snake) {
        return capitalised(snake.replace('_', ' '));
    }

    /** {@code 10G-LR} becomes {@code VALUE_10G_LR}. */
    public static String constant(String value) {
        String words = value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        return words.matches("[A-Z].*") ? words : "VALUE_" + words;
    }
}
