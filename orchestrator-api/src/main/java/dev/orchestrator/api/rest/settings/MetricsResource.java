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
    private final Workers workers;

    MetricsResource(Workers workers) {
        this.workers = workers;
    }

    @GET
    @Produces("text/plain;version=0.0.4;charset=utf-8")
    @Operation(operationId = "get_metrics", summary = "The depth of the queue and who works on it, for Prometheus")
    public String metrics() {
        WorkerStatus status = workers.status();
        return gauge("queue_due", "Processes that are due and that no worker has claimed.", status.numberOfQueuedJobs())
                + gauge("processes_running", "Processes that a worker runs.", status.numberOfRunningJobs())
                + gauge("workers_online", "Workers that have reported lately.", status.numberOfWorkersOnline());
    }

    private static String gauge(String name, String meaning, int value) {
        return """
                # HELP orchestrator_%1$s %2$s
                # TYPE orchestrator_%1$s gauge
                orchestrator_%1$s %3$d
                """.formatted(name, meaning, value);
    }
}
