package dev.orchestrator.api.listing;

import java.util.Locale;
import java.util.regex.Pattern;

/** The two spellings of a field's name: camelCase in GraphQL, snake_case in REST and in the tables. */
public final class FieldNames {
    private static final Pattern UPPER_CASE = Pattern.compile("(?<=[a-z0-9])([A-Z])");
    private static final Pattern UNDERSCORE = Pattern.compile("(?<=[^_])_+([a-zA-Z0-9])");

    private FieldNames() {}

    public static String snakeCase(String name) {
        return UPPER_CASE.matcher(name).replaceAll("_$1").toLowerCase(Locale.ROOT);
    }

    public static String camelCase(String name) {
        return UNDERSCORE.matcher(name).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }
}
