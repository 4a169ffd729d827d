package dev.orchestrator.benchmarks.catalogue;

import dev.orchestrator.subscription.ProductBlock;
import java.util.List;

/** A rack with its switches. */
public class RackBlock extends ProductBlock {
    public String rackName;
    public Integer height;
    public List<LeafBlock> leaves;
}
