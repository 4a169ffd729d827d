package dev.orchestrator.benchmarks.engine;

import dev.orchestrator.benchmarks.machine.Database;
import java.util.ServiceLoader;

/** Starts processes as the API does; for any number of threads. */
public interface Starter extends AutoCloseable {
    /** One process, on record when this returns. */
    void start(String workflow);

    /** So many in one call. */
    void startAll(String workflow, int number);

    @Override
    void close();

    static Starter on(Database database) {
        return ServiceLoader.load(Opener.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The adapter is part of this module"))
                .open(database);
    }

    /** The adapter: found by the service loader, so that nothing outside of it knows it. */
    interface Opener {
        Starter open(Database database);
    }
}
