package dev.orchestrator.api.rest.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.api.rest.error.JsonBody;
import dev.orchestrator.process.ReceiveCallback;
import dev.orchestrator.state.Json;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where other systems report to processes that wait for them; the token in the path is the secret that lets them. */
@Path("/api/processes/{process_id}/callback/{token}")
@Tag(name = "Processes")
@Consumes(MediaType.WILDCARD)
@RunOnVirtualThread
public class CallbackResource {
    private final ReceiveCallback callbacks;

    CallbackResource(ReceiveCallback callbacks) {
        this.callbacks = callbacks;
    }

    @POST
    @Operation(
            operationId = "continue_awaiting_process_endpoint_api_processes__process_id",
            summary = "Report to a process that waits for a callback; the first report counts")
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public ObjectNode report(@PathParam("process_id") UUID processId, @PathParam("token") String token, byte[] body) {
        callbacks.receive(processId, token, JsonBody.read(body));
        return Json.object();
    }

    @POST
    @Path("/progress")
    @Operation(
            operationId = "update_progress_on_awaiting_process_endpoint_api_processes__",
            summary = "Tell a process that waits for a callback how far its request has come: text or an object")
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public ObjectNode progress(@PathParam("process_id") UUID processId, @PathParam("token") String token, byte[] body) {
        callbacks.progress(processId, token, JsonBody.read(body));
        return Json.object();
    }
}
