package dev.orchestrator.product;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a product or product block stands in the operator's catalogue. */
public enum ProductLifecycle {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("pre production")
    PRE_PRODUCTION,
    @JsonProperty("phase out")
    PHASE_OUT,
    @JsonProperty("end of life")
    END_OF_LIFE;

    /** The name on the wire and in the database, with a blank where the constant has an underscore. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Accepts both spellings that clients send, {@code pre production} and {@code pre_production}. */
    public static ProductLifecycle ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
