package dev.orchestrator.api.rest.health;

import dev.orchestrator.head.HeadCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says what the database lacks while the program waits for the migrations job. */
@Readiness
@ApplicationScoped
public class HeadsReadiness implements HealthCheck {
    private final HeadCheck heads;

    HeadsReadiness(HeadCheck heads) {
        this.heads = heads;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> missing = heads.missing();
        return HealthCheckResponse.named("The database is at both heads")
                .status(missing.isEmpty())
                .withData("missing", String.join("; ", missing))
                .build();
    }
}
