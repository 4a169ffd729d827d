package dev.orchestrator.api.rest.health;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.orchestrator.process.ProcessRepository;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One question for clients that know no more: does it work? Says 503 when the database is away. */
@Path("/api/health")
@Tag(name = "Health")
@RunOnVirtualThread
public class HealthResource {
    private final ProcessRepository processes;

    HealthResource(ProcessRepository processes) {
        this.processes = processes;
    }

    @GET
    @Operation(operationId = "get_health_api_health__get", summary = "Answer OK when the database can be read")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public JsonNode health() {
        processes.engineStatus();
        return TextNode.valueOf("OK");
    }
}
