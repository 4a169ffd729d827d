package dev.orchestrator.worker;

import dev.orchestrator.head.HeadCheck;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Ties the worker to its program: it runs from when the database is at both heads to SIGTERM. */
@ApplicationScoped
class WorkerLifecycle {
    private static final Logger LOG = Logger.getLogger(WorkerLifecycle.class);

    private final HeadCheck heads;
    private final RegistryComparison comparison;
    private final Worker worker;
    private final ScheduleLoop schedules;
    private final SecondLooks secondLooks;
    private volatile boolean started;

    WorkerLifecycle(
            HeadCheck heads,
            RegistryComparison comparison,
            Worker worker,
            ScheduleLoop schedules,
            SecondLooks secondLooks) {
        this.heads = heads;
        this.comparison = comparison;
        this.worker = worker;
        this.schedules = schedules;
        this.secondLooks = secondLooks;
    }

    /** Not waited for, so that the program can be asked meanwhile what it waits for. */
    void start(@Observes StartupEvent startup) {
        Thread.ofVirtual().name("start").start(this::startAtTheHeads);
    }

    private void startAtTheHeads() {
        try {
            if (heads.await()) {
                comparison.differences().forEach(LOG::warn);
                worker.start();
                secondLooks.start();
                schedules.start();
                started = true;
            }
        } catch (RuntimeException failure) {
            LOG.error("The worker can't start: " + failure.getMessage());
            Quarkus.asyncExit(1);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws Exception {
        if (started) {
            schedules.stop();
            secondLooks.stop();
            worker.stop();
        }
    }
}
