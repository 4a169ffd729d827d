package dev.orchestrator.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What became of one posted page. */
sealed interface PageResult {
    /** The page is valid; {@code next} is what the form asks after it. */
    record Accepted(ObjectNode values, Form next) implements PageResult {}

    record Refused(List<FieldError> errors) implements PageResult {}
}
