package dev.orchestrator.api.subscription;

import dev.orchestrator.product.ValueType;

/** A stored value as clients see it: a number, true or false, or text. */
public final class WireValue {
    private WireValue() {}

    /** A text that does not fit its type is shown as it is: reading must not fail on one value. */
    public static Object of(ValueType type, String text) {
        try {
            Object value = type.ofText(text);
            return value instanceof Number || value instanceof Boolean ? value : type.toText(value);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
