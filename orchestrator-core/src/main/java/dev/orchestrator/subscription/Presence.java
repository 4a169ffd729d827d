package dev.orchestrator.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many values a field holds, and from when on it must.
 *
 * @param list whether the field is a list; else it holds one value at most
 * @param min how many a list must have, once the field is required
 * @param max how many a list may ever have
 * @param requiredFrom empty when the field may always be without a value
 */
public record Presence(boolean list, int min, int max, Optional<SubscriptionLifecycle> requiredFrom) {
    /** Whether the field must have its value, or its least number of values, in this lifecycle. */
    public boolean isRequiredIn(SubscriptionLifecycle lifecycle) {
        return requiredFrom.filter(lifecycle::demands).isPresent();
    }

    <T> List<T> elements(Object value, Class<T> type) {
        if (!(value instanceof List<?> places)) {
            return value == null ? List.of() : List.of(type.cast(value));
        }
        List<T> elements = new ArrayList<>(places.size());
        for (Object place : places) {
            if (place != null) {
                elements.add(type.cast(place));
            }
        }
        return elements;
    }
}
