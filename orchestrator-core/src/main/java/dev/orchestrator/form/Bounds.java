package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The limits of a number. */
record Bounds(List<Limit> limits) {
    static final Bounds NONE = new Bounds(List.of());

    /** One kind of limit: its name in errors, in their context and in JSON Schema. */
    enum Kind {
        AT_LEAST("greater_than_equal", "greater than or equal to", "ge", "minimum"),
        ABOVE("greater_than", "greater than", "gt", "exclusiveMinimum"),
        AT_MOST("less_than_equal", "less than or equal to", "le", "maximum"),
        BELOW("less_than", "less than", "lt", "exclusiveMaximum"),
        MULTIPLE_OF("multiple_of", "a multiple of", "multiple_of", "multipleOf");

        private final String type;
        private final String words;
        private final String context;
        private final String keyword;

        Kind(String type, String words, String context, String keyword) {
            this.type = type;
            this.words = words;
            this.context = context;
            this.keyword = keyword;
        }

        private boolean holds(BigDecimal value, BigDecimal limit) {
            return switch (this) {
                case AT_LEAST -> value.compareTo(limit) >= 0;
                case ABOVE -> value.compareTo(limit) > 0;
                case AT_MOST -> value.compareTo(limit) <= 0;
                case BELOW -> value.compareTo(limit) < 0;
                case MULTIPLE_OF -> value.remainder(limit).signum() == 0;
            };
        }
    }

    record Limit(Kind kind, BigDecimal value) {}

    static Bounds between(long least, long greatest) {
        return NONE.with(Kind.AT_LEAST, BigDecimal.valueOf(least)).with(Kind.AT_MOST, BigDecimal.valueOf(greatest));
    }

    Bounds with(Kind kind, BigDecimal value) {
        List<Limit> more = new ArrayList<>(limits);
        more.add(new Limit(kind, value));
        return new Bounds(List.copyOf(more));
    }

    /** The limit of that kind as JSON, or null. */
    JsonNode find(Kind kind) {
        return limits.stream()
                .filter(limit -> limit.kind() == kind)
                .findFirst()
                .map(limit -> Numbers.node(limit.value()))
                .orElse(null);
    }

    void describe(ObjectNode schema) {
        limits.forEach(limit -> schema.set(limit.kind().keyword, Numbers.node(limit.value())));
    }

    /** The value as JSON, or null after the first limit that it breaks was recorded. */
    JsonNode check(BigDecimal value, JsonNode input, Findings findings) {
        for (Limit limit : limits) {
            Kind kind = limit.kind();
            if (!kind.holds(value, limit.value())) {
                JsonNode shown = Numbers.node(limit.value());
                return findings.refuse(
                        kind.type,
                        "Input should be " + kind.words + " " + shown.asText(),
                        input,
                        Findings.context().set(kind.context, shown));
            }
        }
        return Numbers.node(value);
    }
}
