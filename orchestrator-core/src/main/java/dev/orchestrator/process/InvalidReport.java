package dev.orchestrator.process;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.form.FieldError;
import dev.orchestrator.workflow.Report;
import java.util.List;
import java.util.Map;

/** What another system reported is not what the workflow expects; says what is wrong with which field. */
public final class InvalidReport extends OrchestratorException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    InvalidReport(String message, List<FieldError> errors) {
        super(ErrorCode.INVALID_REPORT, message + Report.inWords(errors));
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("validation_errors", errors);
    }
}
