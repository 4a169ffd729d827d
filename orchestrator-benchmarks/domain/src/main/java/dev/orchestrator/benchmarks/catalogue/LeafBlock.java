package dev.orchestrator.benchmarks.catalogue;

import dev.orchestrator.subscription.ProductBlock;

/** A switch at the edge of the network. */
public class LeafBlock extends ProductBlock {
    public String leafName;
    public Integer ports;
}
