package dev.orchestrator.api.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.state.Json;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The pages of a form, as the client has filled them in. */
@Input("Payload")
@Description("Payload for process create")
public class Payload {
    @NonNull
    @Description("Payload")
    public Object payload;

    /** One page may stand without its list. */
    List<JsonNode> pages() {
        JsonNode tree = Json.toTree(payload);
        if (tree.isObject()) {
            return List.of(tree);
        }
        if (!tree.isArray()) {
            throw new OrchestratorException(ErrorCode.INVALID_INPUT, "The payload is a list of pages, each an object");
        }
        List<JsonNode> pages = new ArrayList<>();
        tree.forEach(pages::add);
        return pages;
    }
}
