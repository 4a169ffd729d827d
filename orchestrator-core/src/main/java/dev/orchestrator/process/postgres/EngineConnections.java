package dev.orchestrator.process.postgres;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Lets connections keep all our statements prepared, and makes the engine's own pool beside that of everybody else.
 *
 * <p>The client prepares texts of over 2,048 characters anew each time, and the checkpoint and the load of a model are longer.
 */
@Singleton
public class EngineConnections implements PgPoolCreator {
    private static final int STATEMENTS = 512;
    private static final int LONGEST_STATEMENT = 16_384;

    /**
     * A plan is made once, while the queue may be empty, and then used at load: so the only plan there is must be the one by index.
     * Statements of the engine touch few rows each, by key.
     *
     * <p>One way around it is left: of a queue that was vacuumed while it was empty, all is read in the order of the key as soon as a
     * join could make use of that order. So where many processes are joined with it, it is by {@code pid = ANY (ARRAY[…])}, which finds
     * the same by the same index, and of which the planner knows no order.
     */
    private static final Map<String, String> BY_INDEX_ONLY = Map.of(
            "plan_cache_mode", "force_generic_plan",
            "jit", "off",
            "enable_seqscan", "off",
            "enable_hashjoin", "off",
            "enable_mergejoin", "off");

    private final DatabaseSettings settings;
    private volatile Input input;

    public EngineConnections(DatabaseSettings settings) {
        this.settings = settings;
    }

    @Override
    public io.vertx.sqlclient.Pool create(Input input) {
        this.input = input;
        return create(
                input.poolOptions(),
                settings.pooled() ? EngineConnections::keepNothing : EngineConnections::keepPrepared);
    }

    /** Made from what the other pool was made from, which therefore has to be there. */
    @Produces
    @Singleton
    @Engine
    Pool engine(Pool others) {
        others.size();
        PoolOptions size = new PoolOptions(input.poolOptions()).setMaxSize(settings.engineConnections());
        return Pool.newInstance(
                create(size, settings.pooled() ? EngineConnections::keepNothing : EngineConnections::forEngine));
    }

    void close(@Disposes @Engine Pool engine) {
        engine.closeAndForget();
    }

    private io.vertx.sqlclient.Pool create(
            PoolOptions options, Function<PgConnectOptions, SqlConnectOptions> prepared) {
        List<SqlConnectOptions> servers = input.pgConnectOptionsList().stream()
                .map(PgConnectOptions::new)
                .map(prepared)
                .toList();
        return PgBuilder.pool()
                .with(options)
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

    /** As {@link #keepPrepared}, for the engine's own. */
    public static PgConnectOptions forEngine(PgConnectOptions options) {
        BY_INDEX_ONLY.forEach(options::addProperty);
        return keepPrepared(options);
    }

    private static PgConnectOptions keepNothing(PgConnectOptions options) {
        options.setCachePreparedStatements(false);
        return options.setUseLayer7Proxy(true);
    }
}
