package dev.orchestrator.worker;

import dev.orchestrator.product.ProductRepository;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.RegistryCheck;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Ties the worker to its program: it runs from start-up to SIGTERM. */
@ApplicationScoped
class WorkerLifecycle {
    private static final Logger LOG = Logger.getLogger(WorkerLifecycle.class);

    private final Worker worker;
    private final ScheduleLoop schedules;
    private final ProductRegistry registry;
    private final ProductRepository products;
    private final SecondLooks secondLooks;

    WorkerLifecycle(
            Worker worker,
            ScheduleLoop schedules,
            ProductRegistry registry,
            ProductRepository products,
            SecondLooks secondLooks) {
        this.worker = worker;
        this.schedules = schedules;
        this.secondLooks = secondLooks;
        this.registry = registry;
        this.products = products;
    }

    /** A product that does not fit the database is told at once, and holds up nobody else's processes. */
    void start(@Observes StartupEvent started) {
        RegistryCheck.differences(registry, products.catalogue()).forEach(LOG::warn);
        worker.start();
        secondLooks.start();
        schedules.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws Exception {
        schedules.stop();
        secondLooks.stop();
        worker.stop();
    }
}
