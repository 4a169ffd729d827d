package dev.orchestrator.api.rest.process;

import dev.orchestrator.api.rest.error.BodyFields;
import dev.orchestrator.process.ProcessAction;
import dev.orchestrator.process.ResumeProcess;
import dev.orchestrator.process.operator.AnswerForm;
import dev.orchestrator.process.operator.EditState;
import dev.orchestrator.process.operator.EndProcess;
import dev.orchestrator.process.operator.GoBackToStep;
import dev.orchestrator.process.operator.OperatorAction;
import dev.orchestrator.process.operator.RetryProcess;
import dev.orchestrator.process.operator.SetDueTime;
import dev.orchestrator.process.operator.SetPriority;
import dev.orchestrator.process.operator.SkipStep;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An action by its name, with what it needs, as the body of a request has it. */
final class ActionBody {
    private static final String ACTIONS =
            Arrays.stream(ProcessAction.values()).map(ProcessAction::wireName).collect(Collectors.joining(", "));

    private ActionBody() {}

    /** The fields, for the description of the API. */
    @Schema(name = "ProcessActionSchema")
    record Fields(
            @Schema(
                    required = true,
                    enumeration = {
                        "retry",
                        "resume",
                        "skip",
                        "go_back",
                        "edit_state",
                        "set_priority",
                        "set_due_time",
                        "abort"
                    })
            String action,

            @Schema(description = "of skip, go_back") String step,
            @Schema(description = "of edit_state") Object state,
            @Schema(description = "of set_priority") Integer priority,
            @Schema(description = "of set_due_time") Instant dueAt,

            @Schema(description = "of resume: the pages of the form")
            List<Object> pages) {}

    static OperatorAction read(BodyFields fields, ResumeProcess resume) {
        ProcessAction action = fields.word("action", ACTIONS, ProcessAction::ofWireName);
        fields.check();
        return switch (action) {
            case RETRY -> new RetryProcess();
            case ABORT -> new EndProcess();
            case SKIP -> {
                Optional<String> step = Optional.ofNullable(fields.optionalText("step", ActionParameters.MAX_STEP));
                fields.check();
                yield new SkipStep(step);
            }
            case GO_BACK -> new GoBackToStep(fields.checked(fields.text("step")));
            case EDIT_STATE -> new EditState(fields.checked(fields.object("state")));
            case SET_PRIORITY -> new SetPriority(fields.checked(fields.integer("priority")));
            case SET_DUE_TIME -> new SetDueTime(fields.checked(fields.time("due_at")));
            case RESUME -> new AnswerForm(resume, fields.checked(fields.pages("pages")));
        };
    }
}
