package dev.orchestrator.api.rest.health.postgres;

import dev.orchestrator.api.rest.health.StoredWorkflows;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;

/** One statement. */
@Singleton
public class PostgresStoredWorkflows implements StoredWorkflows {
    private static final String NAMES = "SELECT name FROM workflows WHERE deleted_at IS NULL";

    private final Pool pool;

    PostgresStoredWorkflows(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        pool.query(NAMES).execute().await().indefinitely().forEach(row -> names.add(row.getString("name")));
        return names;
    }
}
