package dev.orchestrator.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** How large and how deep a document is; counted by walking it, which costs far less than writing it. */
final class DocumentSize {
    private static final long LARGEST = 4L << 20;
    private static final int DEEPEST = 150;

    private long characters;

    private DocumentSize() {}

    /** Why a document can't be kept, for a person to read. A deeper one could be written, but not be read again. */
    static Optional<String> problem(JsonNode document) {
        DocumentSize size = new DocumentSize();
        if (size.isDeeper(document, DEEPEST)) {
            return Optional.of("is nested deeper than " + DEEPEST + " levels; flatten it");
        }
        return size.characters > LARGEST
                ? Optional.of("has about " + (size.characters >> 20) + " MiB, and at most " + (LARGEST >> 20)
                        + " MiB can be kept; store it elsewhere and keep a reference to it")
                : Optional.empty();
    }

    private boolean isDeeper(JsonNode node, int levels) {
        if (levels == 0) {
            return true;
        }
        if (node.isValueNode()) {
            characters += node.isTextual() ? node.textValue().length() : Long.BYTES;
            return false;
        }
        node.fieldNames().forEachRemaining(name -> characters += name.length());
        for (JsonNode part : node) {
            if (isDeeper(part, levels - 1)) {
                return true;
            }
        }
        return false;
    }
}
