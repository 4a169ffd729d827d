package dev.orchestrator.api.rest.settings;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The queue in figures, in the text format of Prometheus: what workers are scaled by. */
@Path("/api/metrics")
@Tag(name = "Settings")
@RunOnVirtualThread
public class MetricsResource {
    private static final String TEXT = """
            # HELP orchestrator_queue_due Processes that are due and that no worker has claimed.
            # TYPE orchestrator_queue_due gauge
            orchestrator_queue_due %d
            # HELP orchestrator_processes_running Processes that a worker runs.
            # TYPE orchestrator_processes_running gauge
            orchestrator_processes_running %d
            # HELP orchestrator_workers_online Workers that have reported lately.
            # TYPE orchestrator_workers_online gauge
            orchestrator_workers_online %d
            """;

    private final Workers workers;

    MetricsResource(Workers workers) {
        this.workers = workers;
    }

    @GET
    @Produces("text/plain;version=0.0.4;charset=utf-8")
    @Operation(operationId = "get_metrics", summary = "The depth of the queue and who works on it, for Prometheus")
    public String metrics() {
        WorkerStatus status = workers.status();
        return TEXT.formatted(
                status.numberOfQueuedJobs(), status.numberOfRunningJobs(), status.numberOfWorkersOnline());
    }
}
