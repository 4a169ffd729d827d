package dev.orchestrator.worker;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Ties the worker to its program: it runs from start-up to SIGTERM. */
@ApplicationScoped
class WorkerLifecycle {
    private final Worker worker;

    WorkerLifecycle(Worker worker) {
        this.worker = worker;
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        worker.stop();
    }
}
