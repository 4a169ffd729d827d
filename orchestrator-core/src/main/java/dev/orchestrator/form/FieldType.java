package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;

/** What kind of value a field takes: how that is said in JSON Schema, and how input is read. */
sealed interface FieldType
        permits TextType,
                CronType,
                BooleanType,
                IntegerType,
                DecimalType,
                TimestampType,
                UuidType,
                ParsedTextType,
                ChoiceType,
                ListType,
                ObjectType {

    ObjectNode schema(Definitions definitions);

    /**
     * The value in its JSON type, or null after the findings were told why not.
     *
     * <p>Lenient where the meaning is plain: {@code "36"} is an integer, {@code "yes"} a boolean, a UUID may be in capitals.
     */
    JsonNode read(JsonNode input, Findings findings);

    /** The title by which the web UI finds the widget, or null if the title is free. */
    default String fixedTitle() {
        return null;
    }

    /** A new object with what the widget needs to know beyond the schema. */
    default ObjectNode widget() {
        return Json.object();
    }
}
