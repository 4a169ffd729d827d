package dev.orchestrator.subscription.postgres;

import io.vertx.mutiny.sqlclient.Pool;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** A pool that writes down the statements that pass through it. */
final class CountedClient {
    private final List<String> statements = new ArrayList<>();
    private final Pool pool;

    CountedClient(Pool pool) {
        io.vertx.sqlclient.Pool delegate = pool.getDelegate();
        this.pool = Pool.newInstance((io.vertx.sqlclient.Pool) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {io.vertx.sqlclient.Pool.class},
                (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof String statement) {
                        statements.add(statement);
                    }
                    try {
                        return method.invoke(delegate, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    Pool pool() {
        return pool;
    }

    List<String> statements() {
        return List.copyOf(statements);
    }

    int count() {
        return statements.size();
    }
}
