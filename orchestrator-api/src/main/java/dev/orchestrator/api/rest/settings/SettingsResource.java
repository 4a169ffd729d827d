package dev.orchestrator.api.rest.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.orchestrator.api.event.Events;
import dev.orchestrator.api.event.Invalidation;
import dev.orchestrator.api.rest.error.BodyFields;
import dev.orchestrator.api.rest.error.JsonBody;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.EngineStatus;
import dev.orchestrator.process.ProcessRepository;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The system as a whole: pause and start it, see its workers and settings. */
@Path("/api/settings")
@Tag(name = "Settings")
@RunOnVirtualThread
public class SettingsResource {
    private static final Map<String, String> CACHES =
            Map.of("all", "All caches (there are none: everything is read from the database each time)");

    private final ProcessRepository processes;
    private final Workers workers;
    private final ExposedSettings settings;
    private final Events events;

    SettingsResource(ProcessRepository processes, Workers workers, ExposedSettings settings, Events events) {
        this.processes = processes;
        this.workers = workers;
        this.settings = settings;
        this.events = events;
    }

    /** What can be switched. */
    @Schema(name = "EngineSettingsBaseSchema")
    record Switch(@Schema(required = true) boolean globalLock) {}

    @GET
    @Path("/status")
    @Operation(
            operationId = "get_global_status_api_settings_status_get",
            summary = "Whether processes may run, and how many do")
    public EngineStatusView status() {
        return EngineStatusView.of(processes.engineStatus());
    }

    @PUT
    @Path("/status")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "set_global_status_api_settings_status_put",
            summary = "Pause the engine (running steps finish, nothing new starts), or start it again")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Switch.class)))
    public EngineStatusView setStatus(byte[] body) {
        BodyFields fields = JsonBody.object(body);
        boolean lock = fields.flag("global_lock");
        fields.check();
        EngineStatus status = processes.setLock(lock);
        events.publish(Invalidation.ENGINE_STATUS);
        return EngineStatusView.of(status);
    }

    @GET
    @Path("/worker-status")
    @Operation(
            operationId = "get_worker_status_api_settings_worker_status_get",
            summary = "How many workers are online, and what they have to do")
    public WorkerStatus workerStatus() {
        return workers.status();
    }

    @GET
    @Path("/cache-names")
    @Operation(
            operationId = "get_cache_names_api_settings_cache_names_get",
            summary = "The caches that can be cleared; kept for clients, nothing is cached")
    public Map<String, String> cacheNames() {
        return CACHES;
    }

    @DELETE
    @Path("/cache/{name}")
    @Operation(
            operationId = "clear_cache_api_settings_cache__name__delete",
            summary = "Clear a cache; returns how many entries it had, which is 0")
    public int clearCache(@PathParam("name") String name) {
        if (!CACHES.containsKey(name)) {
            throw new OrchestratorException(ErrorCode.INVALID_INPUT, "A cache is one of " + CACHES.keySet());
        }
        return 0;
    }

    @POST
    @Path("/search-index/reset")
    @Operation(
            operationId = "reset_search_index_api_settings_search_index_reset_post",
            summary = "Kept for clients: search reads the tables themselves, there is no index to reset")
    public JsonNode resetSearchIndex() {
        return NullNode.getInstance();
    }

    @GET
    @Path("/overview")
    @Operation(
            operationId = "get_exposed_settings_api_settings_overview_get",
            summary = "The orchestrator's settings in force, secrets masked")
    public List<ExposedSettings.Group> overview() {
        return settings.groups();
    }
}
