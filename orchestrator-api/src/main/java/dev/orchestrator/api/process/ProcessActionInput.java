package dev.orchestrator.api.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
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
import dev.orchestrator.state.Json;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** An action by its name, with what it needs. */
@Input("ProcessActionInput")
@Description("An action on processes, with what it needs")
public class ProcessActionInput {
    @NonNull
    @Description("retry, resume, skip, go_back, edit_state, set_priority, set_due_time or abort")
    public String action;

    @Description("Of skip and go_back")
    public String step;

    @Description("Of set_priority: 0 runs first, 9 last")
    public Integer priority;

    @Description("Of set_due_time")
    public OffsetDateTime dueAt;

    @Description("Of resume the pages of the form, of edit_state an object with the keys to set")
    public Payload payload;

    OperatorAction toAction(ResumeProcess resume) {
        ProcessAction known = ProcessAction.ofWireName(action)
                .orElseThrow(() -> new OrchestratorException(
                        ErrorCode.INVALID_INPUT, "There is no action '" + action + "' on processes"));
        return switch (known) {
            case RETRY -> new RetryProcess();
            case ABORT -> new EndProcess();
            case SKIP -> new SkipStep(Optional.ofNullable(step));
            case GO_BACK -> new GoBackToStep(needed("step", step));
            case SET_PRIORITY -> new SetPriority(needed("priority", priority));
            case SET_DUE_TIME -> new SetDueTime(needed("dueAt", dueAt).toInstant());
            case RESUME -> new AnswerForm(resume, needed("payload", payload).pages());
            case EDIT_STATE -> new EditState(object(needed("payload", payload)));
        };
    }

    static ObjectNode object(Payload payload) {
        if (Json.toTree(payload.payload) instanceof ObjectNode changes) {
            return changes;
        }
        throw new OrchestratorException(ErrorCode.INVALID_INPUT, "The payload is an object with the keys to set");
    }

    private <T> T needed(String name, T value) {
        if (value == null) {
            throw new OrchestratorException(ErrorCode.INVALID_INPUT, "The action " + action + " needs '" + name + "'");
        }
        return value;
    }
}
