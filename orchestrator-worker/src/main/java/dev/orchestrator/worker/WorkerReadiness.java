package dev.orchestrator.worker;

import dev.orchestrator.head.HeadCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the worker claims; tells how much it runs, or what it waits for in the database. */
@Readiness
@ApplicationScoped
class WorkerReadiness implements HealthCheck {
    private final HeadCheck heads;
    private final Worker worker;

    WorkerReadiness(HeadCheck heads, Worker worker) {
        this.heads = heads;
        this.worker = worker;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> missing = heads.missing();
        return HealthCheckResponse.named("worker")
                .status(missing.isEmpty() && !worker.isStopping())
                .withData("missing", String.join("; ", missing))
                .withData("worker", worker.name())
                .withData("runningProcesses", worker.runningProcesses())
                .build();
    }
}
