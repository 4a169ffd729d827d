package dev.orchestrator.benchmarks.catalogue;

import dev.orchestrator.subscription.ProductBlock;

/** A connection between two endpoints. */
public class CircuitBlock extends ProductBlock {
    public String circuitName;
    public Integer bandwidth;
    public String serviceClass;
    public EndpointBlock left;
    public EndpointBlock right;
}
