package dev.orchestrator.api.rest.workflow;

import dev.orchestrator.api.rest.error.BodyFields;
import dev.orchestrator.api.rest.error.JsonBody;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.Target;
import dev.orchestrator.workflow.WorkflowRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The workflows and tasks that can be started. */
@Path("/api/workflows")
@Tag(name = "Workflows")
public class WorkflowResource {
    private static final int MAX_DESCRIPTION = 2000;

    private final Workflows workflows;
    private final WorkflowRegistry registry;

    WorkflowResource(Workflows workflows, WorkflowRegistry registry) {
        this.workflows = workflows;
        this.registry = registry;
    }

    /** What can be changed of a workflow. */
    @Schema(name = "WorkflowPatchSchema")
    record Patch(
            @Schema(maxLength = MAX_DESCRIPTION, nullable = true)
            String description) {}

    @GET
    @Operation(operationId = "list_workflows", summary = "List the workflows, by name")
    public Uni<List<WorkflowView>> list(@QueryParam("target") String target) {
        return workflows.all(Optional.ofNullable(target).map(WorkflowResource::target));
    }

    @GET
    @Path("/{workflow_id}")
    @Operation(operationId = "get_workflow_by_id", summary = "Show a workflow with its steps")
    public Uni<WorkflowView> byId(@PathParam("workflow_id") UUID workflowId) {
        return workflows
                .byId(workflowId)
                .map(workflow -> workflow.withSteps(
                        registry.steps(workflow.name()).map(StepList::names).orElseGet(List::of)));
    }

    @PATCH
    @Path("/{workflow_id}")
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(201)
    @Operation(
            operationId = "patch_workflow_by_id_api_workflows__workflow_id__patch",
            summary = "Change the description of a workflow")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Patch.class)))
    public Uni<WorkflowView> patch(@PathParam("workflow_id") UUID workflowId, byte[] body) {
        BodyFields fields = JsonBody.object(body);
        String description = fields.optionalText("description", MAX_DESCRIPTION);
        fields.check();
        return fields.has("description") ? workflows.describe(workflowId, description) : workflows.byId(workflowId);
    }

    private static Target target(String name) {
        return Arrays.stream(Target.values())
                .filter(target -> target.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new OrchestratorException(
                        ErrorCode.INVALID_FILTER,
                        "A target is one of " + Arrays.toString(Target.values()) + ": got " + name));
    }
}
