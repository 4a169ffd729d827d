package dev.orchestrator.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.error.Violation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The immutable JSON document that a process carries from step to step.
 *
 * <p>A step reads what it needs as a small record ({@link #as}) and returns what it adds ({@link #with}); the record of the
 * process keeps only that difference ({@link #changesSince}). Keys are snake_case. The top level is the unit of change: a
 * key's value is replaced whole.
 */
public final class State {
    private static final State EMPTY = new State(Json.object());

    private final ObjectNode document;

    private State(ObjectNode document) {
        this.document = document;
    }

    public static State empty() {
        return EMPTY;
    }

    public static State of(String key, Object value) {
        return EMPTY.with(key, value);
    }

    public static State of(ObjectNode document) {
        return new State(document.deepCopy());
    }

    /** What {@link #toText} has written. */
    public static State parse(String text) {
        return new State((ObjectNode) Json.parse(text));
    }

    /** This state with one key set; the value is anything that {@link Json} can write. */
    public State with(String key, Object value) {
        ObjectNode changed = Json.object();
        changed.setAll(document);
        changed.set(key, Json.toTree(value));
        return new State(changed);
    }

    /** This state with all keys of the other, which wins where both have one. */
    public State merge(State other) {
        ObjectNode merged = Json.object();
        merged.setAll(document);
        merged.setAll(other.document);
        return new State(merged);
    }

    public boolean has(String key) {
        return document.has(key);
    }

    public Optional<JsonNode> get(String key) {
        return Optional.ofNullable(document.get(key)).map(JsonNode::deepCopy);
    }

    /** The value of a key as text; fails when it is absent, so that a typing error does not travel on as null. */
    public String text(String key) {
        JsonNode value = document.get(key);
        if (value == null) {
            throw StateMisfit.keyMissing(key);
        }
        return value.isNull() ? null : value.asText();
    }

    /**
     * The part of this state that the record names, with unknown keys left aside.
     *
     * @throws StateMisfit when the state lacks a component that is neither optional nor annotated as nullable, or has it in
     *     another form; nothing is ever filled with null
     */
    public <T> T as(Class<T> type) {
        RecordFit.require(document, type);
        return Json.as(document, type);
    }

    /** What keeps {@link #as} from reading the record, all of it. */
    public List<Violation> misfits(Class<? extends Record> type) {
        return RecordFit.violations(document, type);
    }

    /** What has to be added to {@code before} to get this state; a key that is absent here is left as it was. */
    public State changesSince(State before) {
        ObjectNode changes = Json.object();
        document.properties().forEach(entry -> {
            if (!Objects.equals(entry.getValue(), before.document.get(entry.getKey()))) {
                changes.set(entry.getKey(), entry.getValue());
            }
        });
        return new State(changes);
    }

    /** Why this state can't be kept, for a person to read; empty when it can. */
    public Optional<String> whyNotKept() {
        return DocumentSize.problem(document);
    }

    /** A copy that the caller may change. */
    public ObjectNode toJson() {
        return document.deepCopy();
    }

    /** The document as JSON text. */
    public String toText() {
        return Json.write(document);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof State state && document.equals(state.document);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    /** The keys only: documents may hold what must not stand in a log. */
    @Override
    public String toString() {
        return "State"
                + document.properties().stream()
                        .map(java.util.Map.Entry::getKey)
                        .toList();
    }
}
