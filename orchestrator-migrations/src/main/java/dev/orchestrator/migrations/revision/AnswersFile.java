package dev.orchestrator.migrations.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.error.Violation;
import dev.orchestrator.state.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers written beforehand, by what they are about: {@code {"User": {"description": "a user", "tag": "USER"}}}.
 *
 * @param name of the file, for messages
 */
public record AnswersFile(String name, JsonNode content) {
    /** One without answers. */
    public static final AnswersFile NONE = new AnswersFile("", JsonNodeFactory.instance.objectNode());

    /** Reads a file, or the JSON itself when that is what is given. */
    public static AnswersFile read(String fileOrJson) {
        boolean json = fileOrJson.strip().startsWith("{");
        String name = json ? "the given JSON" : fileOrJson;
        try {
            JsonNode content = Json.mapper().readTree(json ? fileOrJson : Files.readString(Path.of(fileOrJson)));
            if (!content.isObject()) {
                throw refused(name, "expected a JSON object, found " + content.getNodeType(), null);
            }
            return new AnswersFile(name, content);
        } catch (JsonProcessingException malformed) {
            throw refused(
                    name,
                    "it is no JSON: " + malformed.getOriginalMessage() + " at line "
                            + malformed.getLocation().getLineNr(),
                    malformed);
        } catch (NoSuchFileException missing) {
            throw refused(name, "there is no such file", missing);
        } catch (IOException failure) {
            throw refused(name, failure.getClass().getSimpleName(), failure);
        }
    }

    private static OrchestratorException refused(String name, String reason, Exception cause) {
        return new OrchestratorException(
                ErrorCode.INVALID_INPUT,
                name + " cannot be read as answers: " + reason + "; nothing was written",
                cause);
    }

    Optional<String> answer(Question question) {
        JsonNode answer = content.path(question.subject()).path(question.key());
        return answer.isValueNode() && !answer.isNull()
                ? Optional.of(answer.asText().strip())
                : Optional.empty();
    }

    /** Refuses answers about things that nobody knows, which are mistakes in writing, and all of them at once. */
    void requireSubjects(Set<String> known) {
        List<Violation> unknown = new ArrayList<>();
        content.properties().forEach(entry -> {
            if (!known.contains(entry.getKey())) {
                unknown.add(
                        new Violation(entry.getKey(), "neither the models nor the database have a thing of this name"));
            } else if (!entry.getValue().isObject()) {
                unknown.add(new Violation(entry.getKey(), "expected an object of answers, found " + entry.getValue()));
            }
        });
        if (!unknown.isEmpty()) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT, name + " can't be used as answers; nothing was written", unknown);
        }
    }
}
