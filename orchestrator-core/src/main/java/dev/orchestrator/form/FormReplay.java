package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;
import java.util.ArrayList;
import java.util.List;

/** Walks the posted pages through a form, from the first page on. */
final class FormReplay {
    private FormReplay() {}

    static FormReply replay(Form form, List<? extends JsonNode> posted) {
        ObjectNode input = Json.object();
        List<ObjectNode> pages = new ArrayList<>();
        Form current = form;
        while (current instanceof FormPage<?> page) {
            if (pages.size() == posted.size()) {
                return new FormReply.NextPage(page.schema(), page.hasNext());
            }
            switch (page.submit(posted.get(pages.size()))) {
                case PageResult.Refused refused -> {
                    return new FormReply.Invalid(page.title(), refused.errors());
                }
                case PageResult.Accepted accepted -> {
                    pages.add(accepted.values());
                    input.setAll(accepted.values());
                    current = accepted.next();
                }
            }
        }
        int remaining = posted.size() - pages.size();
        return remaining > 0 ? new FormReply.Overflow(remaining) : new FormReply.Complete(input, List.copyOf(pages));
    }
}
