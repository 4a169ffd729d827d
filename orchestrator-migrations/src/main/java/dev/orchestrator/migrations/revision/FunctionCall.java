package dev.orchestrator.migrations.revision;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** A call of one of the schema's functions, as SQL. */
final class FunctionCall {
    private FunctionCall() {}

    /** Arguments that are null at the end are left to their defaults. */
    static String of(String function, Object... arguments) {
        return Arrays.stream(arguments)
                .filter(Objects::nonNull)
                .map(FunctionCall::literal)
                .collect(Collectors.joining(", ", "SELECT " + function + "(", ");"));
    }

    private static String literal(Object value) {
        return value instanceof Boolean truth
                ? truth.toString()
                : "'" + value.toString().replace("'", "''") + "'";
    }
}
