package dev.orchestrator.api.rest.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.api.event.Events;
import dev.orchestrator.api.event.Invalidation;
import dev.orchestrator.api.listing.ListParameters;
import dev.orchestrator.api.listing.Page;
import dev.orchestrator.api.process.ProcessType;
import dev.orchestrator.api.process.Processes;
import dev.orchestrator.api.rest.error.BodyFields;
import dev.orchestrator.api.rest.error.FormResponse;
import dev.orchestrator.api.rest.error.JsonBody;
import dev.orchestrator.api.rest.json.ListReply;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.form.FormReply;
import dev.orchestrator.process.AbortProcess;
import dev.orchestrator.process.ProcessRepository;
import dev.orchestrator.process.ResumeProcess;
import dev.orchestrator.process.StartProcess;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Starts processes, shows them, and lets people act on them. */
@Path("/api/processes")
@Tag(name = "Processes")
@RunOnVirtualThread
public class ProcessResource {
    private static final int MAX_NOTE = 5000;
    private static final int CREATED = 201;

    private final StartProcess start;
    private final ResumeProcess resume;
    private final AbortProcess abort;
    private final ProcessRepository records;
    private final Processes lists;
    private final ProcessViews views;
    private final Events events;
    private final Reporter who;

    ProcessResource(
            StartProcess start,
            ResumeProcess resume,
            AbortProcess abort,
            ProcessRepository records,
            Processes lists,
            ProcessViews views,
            Events events,
            Reporter who) {
        this.start = start;
        this.resume = resume;
        this.abort = abort;
        this.records = records;
        this.lists = lists;
        this.views = views;
        this.events = events;
        this.who = who;
    }

    /** The id of a process that was started. */
    @Schema(name = "ProcessIdSchema")
    @RegisterForReflection
    record Started(UUID id) {}

    /** How many processes were resumed. */
    @Schema(name = "ProcessResumeAllSchema")
    record Resumed(int count) {}

    /** What can be changed of a process. */
    @Schema(name = "ProcessPatchSchema")
    record Patch(
            @Schema(maxLength = MAX_NOTE, nullable = true) String note) {}

    @POST
    @Path("/{workflow_key}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "create_workflow",
            summary =
                    "Start a process, once all pages of the workflow's form are sent; until then ask for the next one")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class)))
    @APIResponse(
            responseCode = "201",
            description = "Started",
            content = @Content(schema = @Schema(implementation = Started.class)))
    @APIResponse(
            responseCode = "510",
            description = "The next page",
            content = @Content(schema = @Schema(implementation = FormResponse.NotComplete.class)))
    @APIResponse(
            responseCode = "400",
            description = "A page is not valid",
            content = @Content(schema = @Schema(implementation = FormResponse.NotValid.class)))
    public Response start(
            @PathParam("workflow_key") String workflow, @QueryParam("reporter") String reporter, byte[] body) {
        List<ObjectNode> pages = JsonBody.pages(body);
        return switch (start.start(workflow, pages, who.of(reporter))) {
            case StartProcess.Reply.Started started -> {
                changed(started.processId());
                yield Response.status(CREATED)
                        .entity(new Started(started.processId()))
                        .build();
            }
            case StartProcess.Reply.Asks asks -> FormResponse.of(asks.form());
        };
    }

    @GET
    @Operation(operationId = "processes_filterable_api_processes__get", summary = "List processes: range, sort, filter")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ProcessView.class)))
    public Response list(
            @QueryParam("range") String range,
            @QueryParam("sort") String sort,
            @QueryParam("filter") String filter,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        ListParameters parameters = new ListParameters(range, sort, filter, null);
        Page<ProcessType> page = ListReply.understood(lists.processes(parameters.toRequest(ListReply.DEFAULT_LENGTH))
                .await()
                .indefinitely());
        return ListReply.of("processes", page, views.listed(page), ifNoneMatch);
    }

    @GET
    @Path("/status-counts")
    @Operation(operationId = "get_process_status_counts", summary = "Count processes and tasks by status")
    public StatusCounts statusCounts() {
        return StatusCounts.of(records);
    }

    @PUT
    @Path("/resume-all")
    @Operation(
            operationId = "resume_all_processes_endpoint_api_processes_resume_all_put",
            summary = "Try all tasks again that failed or wait")
    public Resumed resumeAll(@QueryParam("reporter") String reporter) {
        int count = resume.resumeAllTasks(who.of(reporter));
        events.publish(Invalidation.ALL_PROCESSES, Invalidation.STATUS_COUNTS);
        return new Resumed(count);
    }

    @GET
    @Path("/{process_id}")
    @Operation(operationId = "show_api_processes__process_id__get", summary = "Show a process with its steps and state")
    public ProcessView byId(@PathParam("process_id") UUID processId) {
        return views.detailed(records.get(processId));
    }

    @PATCH
    @Path("/{process_id}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "update_process_api_processes__process_id__patch",
            summary = "Change the note of a process")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Patch.class)))
    public ProcessView patch(@PathParam("process_id") UUID processId, byte[] body) {
        BodyFields fields = JsonBody.object(body);
        String note = fields.optionalText("note", MAX_NOTE);
        fields.check();
        if (fields.has("note") && !records.note(processId, note)) {
            throw new OrchestratorException(ErrorCode.UNKNOWN_PROCESS, "Process " + processId + " does not exist");
        }
        changed(processId);
        return byId(processId);
    }

    @DELETE
    @Path("/{process_id}")
    @Operation(operationId = "delete_api_processes__process_id__delete", summary = "Delete a task with its record")
    public void delete(@PathParam("process_id") UUID processId) {
        abort.deleteTask(processId, who.of(null));
        changed(processId);
    }

    @PUT
    @Path("/{process_id}/resume")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "resume_workflow_process",
            summary = "Answer the form at which a process is suspended, or retry one that failed or waits")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class)))
    @APIResponse(responseCode = "204", description = "It goes on")
    @APIResponse(
            responseCode = "510",
            description = "The next page",
            content = @Content(schema = @Schema(implementation = FormResponse.NotComplete.class)))
    @APIResponse(
            responseCode = "400",
            description = "A page is not valid",
            content = @Content(schema = @Schema(implementation = FormResponse.NotValid.class)))
    public Response resume(
            @PathParam("process_id") UUID processId,
            @QueryParam("reporter") String reporter,
            @QueryParam("reason") String reason,
            byte[] body) {
        Optional<FormReply> asked = resume.resume(processId, JsonBody.pagesOrNothing(body), who.of(reporter, reason));
        if (asked.isPresent()) {
            return FormResponse.of(asked.get());
        }
        changed(processId);
        return Response.noContent().build();
    }

    @PUT
    @Path("/{process_id}/abort")
    @Operation(operationId = "abort_workflow_process", summary = "End a process for good")
    public void abort(
            @PathParam("process_id") UUID processId,
            @QueryParam("reporter") String reporter,
            @QueryParam("reason") String reason) {
        abort.abort(processId, who.of(reporter, reason));
        changed(processId);
    }

    private void changed(UUID processId) {
        events.publish(Invalidation.process(processId), Invalidation.PROCESS_LIST, Invalidation.STATUS_COUNTS);
    }
}
