package dev.orchestrator.api.graphql;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.PreparedQuery;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the statements that lists and what hangs below them take. */
@Singleton
public class Statements {
    private final AtomicInteger count = new AtomicInteger();

    public int count() {
        return count.get();
    }

    public void reset() {
        count.set(0);
    }

    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    Pool counting(io.vertx.sqlclient.Pool pool) {
        return new Pool(pool) {
            @Override
            public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
                count.incrementAndGet();
                return super.preparedQuery(sql);
            }
        };
    }
}
