package dev.orchestrator.process.postgres;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What may stand between the services and the database. */
@ConfigMapping(prefix = "orchestrator.database")
public interface DatabaseSettings {
    /**
     * Whether a pooler in transaction mode does. Then nothing may be kept on a connection: no prepared statements, no settings, and
     * no listening for notifications; the workers' polling finds the work.
     */
    @WithDefault("false")
    boolean pooled();

    /** How many connections the engine itself uses in a worker, beside those of the steps. */
    @WithDefault("8")
    int engineConnections();
}
