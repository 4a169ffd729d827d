package dev.orchestrator.benchmarks.catalogue;

import dev.orchestrator.subscription.ProductCatalog;
import dev.orchestrator.subscription.SubscriptionModel;
import jakarta.inject.Singleton;
import java.util.Map;

/** The products of the benchmarks. */
@Singleton
public class BenchmarkProducts implements ProductCatalog {
    public static final String CIRCUIT = "Benchmark circuit";
    public static final String NETWORK = "Benchmark network";

    @Override
    public Map<String, Class<? extends SubscriptionModel>> products() {
        return Map.of(CIRCUIT, Circuit.class, NETWORK, Network.class);
    }
}
