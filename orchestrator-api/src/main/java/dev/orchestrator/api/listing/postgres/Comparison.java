package dev.orchestrator.api.listing.postgres;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Single comparisons of an expression with a value from outside, as SQL. */
final class Comparison {
    static final Pattern ID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The longer ones first, so that {@code >=} is not read as {@code >}. */
    private static final List<String> OPERATORS = List.of(">=", "<=", ">", "<");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd[['T'][ ]HH:mm[:ss[.SSSSSSSSS][.SSSSSS][.SSS]]][XXX][X]");

    private Comparison() {}

    /** Whole and whatever the case; {@code %} and {@code _} are wildcards, a backslash is only itself. */
    static String like(String expression, String value, Parameters parameters) {
        return expression + " ILIKE " + parameters.bind(value.replace("\\", "\\\\"));
    }

    /** Anywhere in the expression and whatever the case, without wildcards. */
    static String contains(String expression, String value, Parameters parameters) {
        return expression + " ILIKE " + parameters.bind("%" + withoutWildcards(value) + "%");
    }

    /** From its beginning and whatever the case, without wildcards. */
    static String startsWith(String expression, String value, Parameters parameters) {
        return expression + " ILIKE " + parameters.bind(withoutWildcards(value) + "%");
    }

    static String bool(String expression, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> expression;
            case "false" -> "NOT " + expression;
            default -> "false";
        };
    }

    /** Empty when an operator is followed by something that is no integer or time. */
    static Optional<String> ordered(Field field, String value, Parameters parameters) {
        Optional<String> operator = OPERATORS.stream().filter(value::startsWith).findFirst();
        if (operator.isEmpty()) {
            return Optional.of(like(field.expression() + "::text", value, parameters));
        }
        String operand = value.substring(operator.get().length()).strip();
        return parsed(field.kind(), operand)
                .map(parsed -> field.expression() + " " + operator.get() + " " + parameters.bindValue(parsed));
    }

    private static Optional<Object> parsed(FieldKind kind, String operand) {
        try {
            return Optional.of(kind == FieldKind.TIME ? time(operand) : (Object) Long.valueOf(operand));
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static OffsetDateTime time(String text) {
        TemporalAccessor parsed = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        return switch (parsed) {
            case OffsetDateTime time -> time;
            case LocalDateTime time -> time.atOffset(ZoneOffset.UTC);
            default -> LocalDate.from(parsed).atStartOfDay().atOffset(ZoneOffset.UTC);
        };
    }

    private static String withoutWildcards(String value) {
        return value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
