package dev.orchestrator.head.postgres;

import dev.orchestrator.head.AppliedVersions;
import dev.orchestrator.head.Head;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;

/** Reads the histories; the table is asked for first, because before the first upgrade there is none. */
@Singleton
public class PostgresAppliedVersions implements AppliedVersions {
    private static final String HAS_TABLE = "SELECT to_regclass($1) IS NOT NULL AS found";
    private static final String SCHEMA_VERSIONS =
            "SELECT version FROM schema_versions WHERE success AND version IS NOT NULL";
    private static final String DATA_VERSIONS =
            "SELECT version FROM data_versions WHERE success AND version IS NOT NULL";

    private final Pool pool;

    public PostgresAppliedVersions(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Set<String> of(Head head) {
        boolean found = pool.preparedQuery(HAS_TABLE)
                .execute(Tuple.of(head.historyTable()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getBoolean("found");
        Set<String> versions = new HashSet<>();
        if (found) {
            pool.query(head == Head.SCHEMA ? SCHEMA_VERSIONS : DATA_VERSIONS)
                    .execute()
                    .await()
                    .indefinitely()
                    .forEach(row -> versions.add(row.getString("version")));
        }
        return versions;
    }
}
