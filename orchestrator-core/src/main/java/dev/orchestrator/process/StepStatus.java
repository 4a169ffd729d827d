package dev.orchestrator.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a recorded step ended, or, for what is only planned, that it is still to come. */
public enum StepStatus {
    @JsonProperty("success")
    SUCCESS,
    @JsonProperty("skipped")
    SKIPPED,
    @JsonProperty("suspend")
    SUSPEND,
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("awaiting_callback")
    AWAITING_CALLBACK,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("abort")
    ABORT,
    @JsonProperty("complete")
    COMPLETE,
    /** Never recorded: shown for the steps that follow. */
    @JsonProperty("pending")
    PENDING;

    /** Whether the step needs not run again. */
    public boolean isDone() {
        return this == SUCCESS || this == SKIPPED || this == COMPLETE;
    }

    /** Whether the row tells of a failure, so that its document describes the error and is no part of the next step's state. */
    public boolean isFailure() {
        return this == FAILED || this == WAITING;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static StepStatus ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
