package dev.orchestrator.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a subscription stands. The order is that of growing demands on its model: see {@link #demands}. */
public enum SubscriptionLifecycle {
    @JsonProperty("initial")
    INITIAL,
    @JsonProperty("provisioning")
    PROVISIONING,
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("migrating")
    MIGRATING,
    @JsonProperty("disabled")
    DISABLED,
    @JsonProperty("terminated")
    TERMINATED;

    private static final Map<SubscriptionLifecycle, Set<SubscriptionLifecycle>> NEXT = Map.of(
            INITIAL, Set.of(PROVISIONING, ACTIVE, TERMINATED),
            PROVISIONING, Set.of(INITIAL, ACTIVE, DISABLED, TERMINATED),
            ACTIVE, Set.of(PROVISIONING, MIGRATING, DISABLED, TERMINATED),
            MIGRATING, Set.of(ACTIVE, DISABLED, TERMINATED),
            DISABLED, Set.of(PROVISIONING, ACTIVE, MIGRATING, TERMINATED),
            TERMINATED, Set.of());

    public boolean canBecome(SubscriptionLifecycle next) {
        return this == next || NEXT.get(this).contains(next);
    }

    public boolean isFinal() {
        return NEXT.get(this).isEmpty();
    }

    /**
     * Whether a field that is required from {@code from} must be present here. MIGRATING and DISABLED demand what ACTIVE
     * does; TERMINATED demands nothing more than INITIAL, for a subscription may be terminated before it was ever complete.
     */
    public boolean demands(SubscriptionLifecycle from) {
        return this == TERMINATED ? from == INITIAL : compareTo(from) >= 0;
    }

    /** The name on the wire and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SubscriptionLifecycle ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
