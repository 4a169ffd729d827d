package dev.orchestrator.benchmarks.reads;

import dev.orchestrator.benchmarks.machine.Database;
import dev.orchestrator.subscription.SubscriptionModel;
import java.util.ServiceLoader;
import java.util.UUID;

/** Loads models as the services do; for any number of threads. */
public interface ModelLoader extends AutoCloseable {
    SubscriptionModel load(UUID subscriptionId);

    @Override
    void close();

    /** Connects to the database, by at most so many connections. */
    static ModelLoader on(Database database, int connections) {
        return ServiceLoader.load(Opener.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The adapter is part of this module"))
                .open(database, connections);
    }

    /** The adapter: found by the service loader, so that nothing outside of it knows it. */
    interface Opener {
        ModelLoader open(Database database, int connections);
    }
}
