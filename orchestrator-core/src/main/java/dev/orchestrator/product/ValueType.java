package dev.orchestrator.product;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orchestrator.state.IpText;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A type that resource types and fixed inputs may have, with its form as text in the database and as JSON.
 *
 * <p>The text is what orchestrator-core writes; reading takes any spelling that it and we have ever written.
 */
public final class ValueType {
    private static final Map<Class<?>, ValueType> SCALARS = Stream.of(
                    new ValueType(String.class, text -> text, value -> (String) value),
                    new ValueType(Integer.class, Integer::valueOf, Object::toString),
                    new ValueType(Long.class, Long::valueOf, Object::toString),
                    new ValueType(Boolean.class, ValueType::readBoolean, value -> (Boolean) value ? "True" : "False"),
                    new ValueType(UUID.class, UUID::fromString, Object::toString),
                    new ValueType(LocalDate.class, LocalDate::parse, Object::toString),
                    new ValueType(Instant.class, text -> readTime(text).toInstant(), Object::toString),
                    new ValueType(OffsetDateTime.class, ValueType::readTime, Object::toString),
                    new ValueType(InetAddress.class, IpText::address, value -> IpText.of((InetAddress) value)),
                    new ValueType(IpPrefix.class, IpPrefix::of, Object::toString))
            .collect(Collectors.toUnmodifiableMap(ValueType::javaType, type -> type));

    private final Class<?> javaType;
    private final Function<String, Object> read;
    private final Function<Object, String> write;

    private ValueType(Class<?> javaType, Function<String, Object> read, Function<Object, String> write) {
        this.javaType = javaType;
        this.read = read;
        this.write = write;
    }

    /** The type for a Java class: one of those above or any enum; empty when values can't be of that class. */
    public static Optional<ValueType> of(Class<?> javaType) {
        return javaType.isEnum() ? Optional.of(ofEnum(javaType)) : Optional.ofNullable(SCALARS.get(javaType));
    }

    /** What {@link #of} accepts, for messages. */
    public static String supported() {
        return SCALARS.keySet().stream().map(Class::getSimpleName).sorted().collect(Collectors.joining(", "))
                + " and enums";
    }

    public Class<?> javaType() {
        return javaType;
    }

    /** Reads the text of the database; an {@link IllegalArgumentException} says what does not fit. */
    public Object ofText(String text) {
        try {
            return read.apply(text);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a valid " + javaType.getSimpleName(), e);
        }
    }

    public String toText(Object value) {
        return write.apply(value);
    }

    /** Equal to what a parser makes of it: a long that fits an int is one, or a model would differ from itself read back. */
    public JsonNode toJson(Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value) {
            case Boolean truth -> nodes.booleanNode(truth);
            case Long number when number == number.intValue() -> nodes.numberNode(number.intValue());
            case Long number -> nodes.numberNode(number.longValue());
            case Integer number -> nodes.numberNode(number.intValue());
            default -> nodes.textNode(write.apply(value));
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueType type && type.javaType == javaType;
    }

    @Override
    public int hashCode() {
        return javaType.hashCode();
    }

    @Override
    public String toString() {
        return javaType.getSimpleName();
    }

    private static ValueType ofEnum(Class<?> type) {
        Map<String, Object> byWireName =
                Stream.of(type.getEnumConstants()).collect(Collectors.toMap(ValueType::wireName, value -> value));
        return new ValueType(
                type,
                text -> Optional.ofNullable(byWireName.get(text))
                        .orElseThrow(() -> new IllegalArgumentException("Not one of " + byWireName.keySet())),
                ValueType::wireName);
    }

    /** The name of an enum constant on the wire: that of its {@link JsonProperty}, else its own in lower case. */
    public static String wireName(Object constant) {
        Enum<?> value = (Enum<?>) constant;
        try {
            JsonProperty property =
                    value.getDeclaringClass().getField(value.name()).getAnnotation(JsonProperty.class);
            return property == null || property.value().isEmpty()
                    ? value.name().toLowerCase(Locale.ROOT)
                    : property.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("An enum constant is always a field of its enum", e);
        }
    }

    private static Boolean readBoolean(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "t", "1" -> true;
            case "false", "f", "0" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    /** Takes a blank in place of the T as well, as Python writes it. */
    private static OffsetDateTime readTime(String text) {
        return OffsetDateTime.parse(text.replace(' ', 'T'));
    }
}
