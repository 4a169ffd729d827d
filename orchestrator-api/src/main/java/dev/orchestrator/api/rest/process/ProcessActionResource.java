package dev.orchestrator.api.rest.process;

import dev.orchestrator.api.event.Events;
import dev.orchestrator.api.event.Invalidation;
import dev.orchestrator.api.process.ShownHistory;
import dev.orchestrator.api.rest.error.BodyFields;
import dev.orchestrator.api.rest.error.JsonBody;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.operator.ActOnProcess;
import dev.orchestrator.process.operator.EditState;
import dev.orchestrator.process.operator.GoBackToStep;
import dev.orchestrator.process.operator.HistoryEntry;
import dev.orchestrator.process.operator.OperatorAction;
import dev.orchestrator.process.operator.RetryProcess;
import dev.orchestrator.process.operator.SetDueTime;
import dev.orchestrator.process.operator.SetPriority;
import dev.orchestrator.process.operator.SkipStep;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What operators do to a process beyond answering and aborting it. A refusal for its status names the actions that are allowed. */
@Path("/api/processes/{process_id}")
@Tag(name = "Processes")
@Consumes(MediaType.WILDCARD)
@RunOnVirtualThread
public class ProcessActionResource {
    private final ActOnProcess actions;
    private final ShownHistory history;
    private final Events events;
    private final Reporter who;

    ProcessActionResource(ActOnProcess actions, ShownHistory history, Events events, Reporter who) {
        this.actions = actions;
        this.history = history;
        this.events = events;
        this.who = who;
    }

    /** Which step is meant. */
    @Schema(name = "StepChoiceSchema")
    record StepChoice(
            @Schema(description = "The step's id in its workflow")
            String step) {}

    /** When to run before or after others. */
    @Schema(name = "PrioritySchema")
    record Priority(
            @Schema(required = true, minimum = "0", maximum = "9")
            int priority) {}

    /** When to run. */
    @Schema(name = "DueTimeSchema")
    record DueTime(@Schema(required = true) Instant dueAt) {}

    @GET
    @Path("/history")
    @Operation(
            operationId = "process_history",
            summary =
                    "All that happened to a process, oldest first: steps and attempts, actions and input, who, when and why")
    public List<HistoryView> history(@PathParam("process_id") UUID processId) {
        List<HistoryEntry> entries = history.of(List.of(processId)).get(processId);
        if (entries == null) {
            throw new OrchestratorException(ErrorCode.UNKNOWN_PROCESS, "Process " + processId + " does not exist");
        }
        return entries.stream().map(HistoryView::of).toList();
    }

    @PUT
    @Path("/retry")
    @Operation(operationId = "retry_process", summary = "Run the step again at which the process failed or waits")
    public void retry(@BeanParam ActionParameters parameters) {
        act(parameters, new RetryProcess());
    }

    @PUT
    @Path("/skip")
    @Operation(operationId = "skip_step", summary = "Go on behind the step at which the process stands")
    @RequestBody(content = @Content(schema = @Schema(implementation = StepChoice.class)))
    public void skip(@BeanParam ActionParameters parameters, byte[] body) {
        BodyFields fields = JsonBody.objectOrNothing(body);
        Optional<String> step = Optional.ofNullable(fields.optionalText("step", ActionParameters.MAX_STEP));
        fields.check();
        act(parameters, new SkipStep(step));
    }

    @PUT
    @Path("/go-back")
    @Operation(operationId = "go_back_to_step", summary = "Run an earlier step again, and all behind it")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StepChoice.class)))
    public void goBack(@BeanParam ActionParameters parameters, byte[] body) {
        BodyFields fields = JsonBody.object(body);
        String step = fields.text("step");
        fields.check();
        act(parameters, new GoBackToStep(step));
    }

    @PATCH
    @Path("/state")
    @Operation(
            operationId = "edit_process_state",
            summary = "Set keys of the state that the next step gets; what it is known to read has to fit")
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public void editState(@BeanParam ActionParameters parameters, byte[] body) {
        act(parameters, new EditState(JsonBody.object(body).document()));
    }

    @PUT
    @Path("/priority")
    @Operation(
            operationId = "set_process_priority",
            summary = "Run before or after others that are due; lower is first")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Priority.class)))
    public void setPriority(@BeanParam ActionParameters parameters, byte[] body) {
        BodyFields fields = JsonBody.object(body);
        int priority = fields.integer("priority");
        fields.check();
        act(parameters, new SetPriority(priority));
    }

    @PUT
    @Path("/due")
    @Operation(operationId = "set_process_due_time", summary = "Move a process that waits in the queue to another time")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DueTime.class)))
    public void setDueTime(@BeanParam ActionParameters parameters, byte[] body) {
        BodyFields fields = JsonBody.object(body);
        Instant dueAt = fields.time("due_at");
        fields.check();
        act(parameters, new SetDueTime(dueAt));
    }

    private void act(ActionParameters parameters, OperatorAction action) {
        actions.act(parameters.processId, action, parameters.operator(who));
        events.publish(
                Invalidation.process(parameters.processId), Invalidation.PROCESS_LIST, Invalidation.STATUS_COUNTS);
    }
}
