package dev.orchestrator.worker;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the worker claims; tells how much it runs. */
@Readiness
@ApplicationScoped
class WorkerReadiness implements HealthCheck {
    private final Worker worker;

    WorkerReadiness(Worker worker) {
        this.worker = worker;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("worker")
                .status(!worker.isStopping())
                .withData("worker", worker.name())
                .withData("runningProcesses", worker.runningProcesses())
                .build();
    }
}
