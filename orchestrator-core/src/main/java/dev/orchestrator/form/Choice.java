package dev.orchestrator.form;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * One of the options that are only known at run time; implemented by a record with the value as its only component.
 *
 * <p>The record's name is the name of the choice in the schema; {@link FormPage#choices} gives its options. In JSON a choice
 * is its value.
 */
@JsonDeserialize(using = ChoiceReader.class)
public interface Choice {
    @JsonValue
    String value();
}
