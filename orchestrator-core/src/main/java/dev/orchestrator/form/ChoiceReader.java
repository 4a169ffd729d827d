package dev.orchestrator.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;

/** Reads the text of a choice as the author's record: a record of one component would else expect a JSON object. */
final class ChoiceReader extends JsonDeserializer<Choice> implements ContextualDeserializer {
    private final Class<?> type;

    ChoiceReader() {
        this(Choice.class);
    }

    private ChoiceReader(Class<?> type) {
        this.type = type;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        JavaType wanted = context.getContextualType();
        return new ChoiceReader(wanted.getRawClass());
    }

    @Override
    public Choice deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return RecordTypes.choice(type, parser.getValueAsString());
    }
}
