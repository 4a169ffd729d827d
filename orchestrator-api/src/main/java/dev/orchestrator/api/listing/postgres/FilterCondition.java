package dev.orchestrator.api.listing.postgres;

import dev.orchestrator.api.listing.Filter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** One filter as a condition in SQL. */
final class FilterCondition {
    private static final Pattern DASH_OR_BAR = Pattern.compile("[-|]");
    private static final Pattern BAR = Pattern.compile("\\|");

    private final Field field;
    private final Parameters parameters;

    private FilterCondition(Field field, Parameters parameters) {
        this.field = field;
        this.parameters = parameters;
    }

    /** Empty when the value says nothing that the field could be compared with. */
    static Optional<String> of(Filter filter, Field field, Parameters parameters) {
        boolean negated = filter.value().startsWith("!");
        List<String> values = alternatives(negated ? filter.value().substring(1) : filter.value(), field);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        FilterCondition condition = new FilterCondition(field, parameters);
        return condition.anyOf(values).map(any -> negated ? "NOT coalesce(" + any + ", false)" : any);
    }

    private static List<String> alternatives(String value, Field field) {
        return Arrays.stream(separator(field).split(value))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Pattern separator(Field field) {
        boolean holdsDashes = field.kind() == FieldKind.TIME
                || field.name().contains("date")
                || field.name().toLowerCase(Locale.ROOT).endsWith("id");
        return holdsDashes ? BAR : DASH_OR_BAR;
    }

    private Optional<String> anyOf(List<String> values) {
        if (field.kind() == FieldKind.ID && values.stream().allMatch(FilterCondition::isId)) {
            List<UUID> ids = values.stream().map(UUID::fromString).toList();
            // By value, not by text: a list filtered by id is how a single item is read, and this form uses the index.
            return Optional.of(field.enclose(field.expression() + " = ANY(" + parameters.bindIds(ids) + ")"));
        }
        if (field.kind() == FieldKind.WORD) {
            List<String> words =
                    values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
            return Optional.of(field.enclose(field.expression() + " = ANY(" + parameters.bindTexts(words) + ")"));
        }
        List<Optional<String>> conditions = values.stream().map(this::oneOf).toList();
        if (conditions.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<String> known = conditions.stream().map(Optional::get).toList();
        return Optional.of(field.enclose("(" + String.join(" OR ", known) + ")"));
    }

    private Optional<String> oneOf(String value) {
        return switch (field.kind()) {
            case TEXT, EXACT_TEXT, WORD -> Optional.of(Comparison.like(field.expression(), value, parameters));
            case ID -> Optional.of(Comparison.like(field.expression() + "::text", value, parameters));
            case BOOLEAN -> Optional.of(Comparison.bool(field.expression(), value));
            case INTEGER, TIME -> Comparison.ordered(field, value, parameters);
        };
    }

    private static boolean isId(String value) {
        return value.length() == 36 && Comparison.ID.matcher(value).matches();
    }
}
