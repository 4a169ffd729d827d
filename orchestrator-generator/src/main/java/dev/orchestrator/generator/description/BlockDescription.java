package dev.orchestrator.generator.description;

import java.util.List;

/**
 * A product block.
 *
 * @param line where it stands in the file
 * @param name of the field of the model that holds it, when it is the root
 * @param type its class
 */
public record BlockDescription(
        int line, String name, String type, String tag, String description, List<FieldDescription> fields) {

    /** {@code UserBlock} is asked for by {@code UserInput}. */
    public String inputType() {
        return type.replaceFirst("(?<=.)Block$", "") + "Input";
    }
}
