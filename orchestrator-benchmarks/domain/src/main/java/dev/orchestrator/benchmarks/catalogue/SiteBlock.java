package dev.orchestrator.benchmarks.catalogue;

import dev.orchestrator.subscription.ProductBlock;
import java.util.List;

/** A site with its racks. */
public class SiteBlock extends ProductBlock {
    public String siteName;
    public Integer floors;
    public List<RackBlock> racks;
}
