package dev.orchestrator.api.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.process.StepError;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether the stacks of failed steps, which tell of the insides of workflows, are shown: only where the setting says that whoever
 * reaches this API may see them.
 */
@Singleton
public class Stacks {
    private static final List<String> INSIDES = List.of(StepError.THROWN, StepError.STACK);

    private final boolean isVisible;

    Stacks(@ConfigProperty(name = "orchestrator.api.stacks-visible", defaultValue = "false") boolean isVisible) {
        this.isVisible = isVisible;
    }

    /** The stack, or null where it is not shown. */
    public String visible(String stack) {
        return isVisible ? stack : null;
    }

    /** The document of a row, without its stack where that is not shown. */
    public JsonNode visible(JsonNode document) {
        if (isVisible || !(document instanceof ObjectNode keys)) {
            return document;
        }
        return keys.deepCopy().remove(INSIDES);
    }
}
