package dev.orchestrator.process.postgres;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets connections keep all our statements prepared.
 *
 * <p>The client prepares texts of over 2,048 characters anew each time, and the checkpoint and the load of a model are longer.
 */
@Singleton
public class EngineConnections implements PgPoolCreator {
    private static final int STATEMENTS = 512;
    private static final int LONGEST_STATEMENT = 16_384;

    @Override
    public Pool create(Input input) {
        List<SqlConnectOptions> servers = new ArrayList<>();
        input.pgConnectOptionsList().forEach(server -> servers.add(keepPrepared(server)));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(servers)
                .using(input.vertx())
                .build();
    }

    /** Also for pools that are built by hand. */
    public static PgConnectOptions keepPrepared(PgConnectOptions options) {
        options.setCachePreparedStatements(true);
        options.setPreparedStatementCacheMaxSize(STATEMENTS);
        options.setPreparedStatementCacheSqlLimit(LONGEST_STATEMENT);
        return options;
    }
}
