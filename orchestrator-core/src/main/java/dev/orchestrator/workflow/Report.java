package dev.orchestrator.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.form.FieldError;
import dev.orchestrator.form.Form;
import dev.orchestrator.form.FormReply;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a callback's report has to be: a record, whose constraints hold for it as they do for a page of a form. What the record does
 * not name is kept and not looked at: other systems say more as they grow.
 */
public record Report(Class<? extends Record> type) {
    private static final String UNKNOWN = "extra_forbidden";

    /** A record that can't be read from a report is refused here, and not when the first report comes. */
    public Report {
        form(type).replay(List.of());
    }

    /**
     * A report laid against the record.
     *
     * @param report with each value in its JSON type and defaults filled in; as it came when it does not fit
     * @param errors empty when it fits
     */
    public record Laid(JsonNode report, List<FieldError> errors) {}

    public Laid lay(JsonNode report) {
        JsonNode known = report.deepCopy();
        FormReply reply = form(type).replay(List.of(known));
        if (reply instanceof FormReply.Invalid invalid) {
            invalid.errors().stream()
                    .filter(error -> error.type().equals(UNKNOWN))
                    .forEach(error -> remove(error.loc(), known));
            reply = form(type).replay(List.of(known));
        }
        return reply instanceof FormReply.Complete complete
                ? new Laid(with(report, complete.input()), List.of())
                : new Laid(report, ((FormReply.Invalid) reply).errors());
    }

    /** One after another, each behind its place. */
    public static String inWords(List<FieldError> errors) {
        return errors.stream()
                .map(error -> error.loc().stream().map(String::valueOf).collect(Collectors.joining(".")) + " ("
                        + error.msg() + ")")
                .collect(Collectors.joining(", "));
    }

    private static Form form(Class<? extends Record> type) {
        return Form.page(type.getSimpleName(), type);
    }

    private static void remove(List<Object> place, JsonNode from) {
        JsonNode parent = from;
        for (Object step : place.subList(0, place.size() - 1)) {
            parent = step instanceof Integer index ? parent.get(index) : parent.get((String) step);
        }
        ((ObjectNode) parent).remove((String) place.getLast());
    }

    /** Only at the top: below, what is read takes the place of what came. What is optional and did not come stays away. */
    private static JsonNode with(JsonNode report, ObjectNode read) {
        ObjectNode kept = report.deepCopy();
        read.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                kept.set(entry.getKey(), entry.getValue());
            }
        });
        return kept;
    }
}
