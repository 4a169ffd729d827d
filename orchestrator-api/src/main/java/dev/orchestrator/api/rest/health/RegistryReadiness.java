package dev.orchestrator.api.rest.health;

import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.head.HeadCheck;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Compares the application's classes with the database: at start-up for the log, and for readiness until they match.
 *
 * <p>A difference does not end the program: it is not ready, says what is missing, and becomes ready once that is mended.
 */
@Readiness
@ApplicationScoped
public class RegistryReadiness implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(RegistryReadiness.class);
    private static final String NAME = "Product models and workflows are in the database";

    private final HeadCheck heads;
    private final RegistryComparison comparison;
    private final ExecutorService threads;
    private volatile boolean matched;

    RegistryReadiness(HeadCheck heads, RegistryComparison comparison, @VirtualThreads ExecutorService threads) {
        this.heads = heads;
        this.comparison = comparison;
        this.threads = threads;
    }

    /** Not waited for: a database that is slow to come must not keep the program from answering what it waits for. */
    void start(@Observes StartupEvent started) {
        threads.execute(this::compare);
    }

    private void compare() {
        try {
            if (heads.await()) {
                log();
            }
        } catch (OrchestratorException behind) {
            LOG.error(behind.getMessage());
            Quarkus.asyncExit(1);
        }
    }

    @Override
    public HealthCheckResponse call() {
        if (matched) {
            return HealthCheckResponse.up(NAME);
        }
        RegistryComparison.Findings findings = comparison.compare();
        matched = findings.missing().isEmpty();
        HealthCheckResponseBuilder response = HealthCheckResponse.named(NAME).status(matched);
        if (!matched) {
            response.withData("missing", String.join("; ", findings.missing()))
                    .withData("mend", RegistryComparison.MEND);
        }
        return response.build();
    }

    private void log() {
        RegistryComparison.Findings findings = comparison.compare();
        findings.missing().forEach(missing -> LOG.warnf("%s. To mend it: %s", missing, RegistryComparison.MEND));
        findings.tolerable().forEach(LOG::warn);
    }
}
