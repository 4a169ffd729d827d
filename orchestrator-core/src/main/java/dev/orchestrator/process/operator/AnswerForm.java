package dev.orchestrator.process.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.error.Violation;
import dev.orchestrator.form.FieldError;
import dev.orchestrator.form.FormReply;
import dev.orchestrator.process.Intervention;
import dev.orchestrator.process.ProcessAction;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ResumeProcess;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Answers the form at which a process is suspended, with all its pages at once.
 *
 * @param resume knows the forms
 */
public record AnswerForm(ResumeProcess resume, List<? extends JsonNode> pages) implements OperatorAction {
    public AnswerForm {
        pages = List.copyOf(pages);
    }

    /** A question may name who answers it, and {@link ResumeProcess} asks it. */
    @Override
    public boolean isOfWorkflow() {
        return false;
    }

    @Override
    public Intervention plan(Situation situation) {
        ProcessRecord record = situation.record();
        ProcessAction.RESUME.requireAllowed(record.process());
        return switch (resume.reply(record, pages, situation.operator())) {
            case FormReply.Complete complete -> resume.answer(record, complete, pages, situation.operator());
            case FormReply.NextPage next -> throw refusal(next.detail(), List.of());
            case FormReply.Overflow overflow -> throw refusal(overflow.detail(), List.of());
            case FormReply.Invalid invalid -> throw refusal(invalid.detail(), invalid.errors());
        };
    }

    private static OrchestratorException refusal(String detail, List<FieldError> errors) {
        return new OrchestratorException(
                ErrorCode.INVALID_INPUT,
                detail,
                errors.stream()
                        .map(error -> new Violation(place(error), error.msg()))
                        .toList());
    }

    private static String place(FieldError error) {
        return error.loc().stream().map(Object::toString).collect(Collectors.joining("."));
    }
}
