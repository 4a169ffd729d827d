package dev.orchestrator.benchmarks.catalogue;

import dev.orchestrator.subscription.SubscriptionModel;

/** A large subscription: fifty blocks, four deep. */
public class Network extends SubscriptionModel {
    public NetworkBlock network;
}
