package dev.orchestrator.benchmarks.catalogue;

import dev.orchestrator.subscription.ProductBlock;

/** Where a circuit ends. */
public class EndpointBlock extends ProductBlock {
    public String portName;
    public Integer vlan;
}
