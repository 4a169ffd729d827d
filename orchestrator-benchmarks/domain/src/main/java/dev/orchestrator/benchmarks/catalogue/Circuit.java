package dev.orchestrator.benchmarks.catalogue;

import dev.orchestrator.subscription.SubscriptionModel;

/** A subscription of the usual size: three blocks with seven values. */
public class Circuit extends SubscriptionModel {
    public CircuitBlock circuit;
}
