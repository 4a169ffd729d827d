package dev.orchestrator.form;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A cron expression of five fields: minute, hour, day of the month, month, day of the week. */
public record Cron(@JsonValue String expression) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Cron {}
}
