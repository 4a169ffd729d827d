package dev.orchestrator.generator.description;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a field may hold: its class in the model, and the one that forms ask for. */
public enum ValueKind {
    STRING("String", Optional.empty(), Optional.empty()),
    INTEGER("Integer", Optional.empty(), Optional.empty()),
    LONG("Long", Optional.empty(), Optional.empty()),
    BOOLEAN("Boolean", Optional.empty(), Optional.empty()),
    UUID("UUID", Optional.of("java.util.UUID"), Optional.empty()),
    DATETIME("Instant", Optional.of("java.time.Instant"), Optional.empty()),
    /** Asked for as text. */
    DATE("LocalDate", Optional.of("java.time.LocalDate"), Optional.of("LocalDate.parse")),
    /** Asked for as text. */
    IP_PREFIX("IpPrefix", Optional.of("dev.orchestrator.product.IpPrefix"), Optional.of("IpPrefix.of")),
    ENUM("", Optional.empty(), Optional.empty()),
    BLOCK("", Optional.empty(), Optional.empty());

    private final String javaType;
    private final Optional<String> imported;
    private final Optional<String> parser;

    ValueKind(String javaType, Optional<String> imported, Optional<String> parser) {
        this.javaType = javaType;
        this.imported = imported;
        this.parser = parser;
    }

    /** Empty for enums and blocks, which have classes of their own. */
    public String javaType() {
        return javaType;
    }

    public Optional<String> imported() {
        return imported;
    }

    /** What makes the value of the text that the form asks for; empty when the form asks for the value itself. */
    public Optional<String> parser() {
        return parser;
    }

    boolean isNumber() {
        return this == INTEGER || this == LONG;
    }

    static Optional<ValueKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind != BLOCK && kind.toString().equals(name))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values())
                .filter(kind -> kind != BLOCK)
                .map(ValueKind::toString)
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
