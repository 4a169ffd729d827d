package dev.orchestrator.benchmarks.catalogue;

import dev.orchestrator.subscription.ProductBlock;
import java.util.List;

/** A network of several sites. */
public class NetworkBlock extends ProductBlock {
    public String networkName;
    public Integer autonomousSystem;
    public List<SiteBlock> sites;
}
