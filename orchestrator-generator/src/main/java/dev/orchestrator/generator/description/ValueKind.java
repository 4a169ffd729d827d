package dev.orchestrator.generator.description;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a field may hold, and its class: the same in the model and in forms. */
public enum ValueKind {
    STRING("String"),
    INTEGER("Integer"),
    LONG("Long"),
    BOOLEAN("Boolean"),
    UUID("UUID", "java.util"),
    DATETIME("Instant", "java.time"),
    DATE("LocalDate", "java.time"),
    IP_ADDRESS("InetAddress", "java.net"),
    IP_PREFIX("IpPrefix", "dev.orchestrator.product"),
    ENUM(""),
    BLOCK("");

    private final String javaType;
    private final Optional<String> imported;

    ValueKind(String javaType) {
        this.javaType = javaType;
        this.imported = Optional.empty();
    }

    ValueKind(String javaType, String packageName) {
        this.javaType = javaType;
        this.imported = Optional.of(packageName + "." + javaType);
    }

    /** Empty for enums and blocks, which have classes of their own. */
    public String javaType() {
        return javaType;
    }

    public Optional<String> imported() {
        return imported;
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
