package dev.orchestrator.api.subscription;

import java.util.List;

/**
 * Which related subscriptions are meant.
 *
 * @param statuses in which they must be; empty for any
 * @param depth how many steps away they may be
 * @param through the product types of the subscriptions to go on from after the first step; empty not to go on
 */
public record Relations(Direction direction, List<String> statuses, int depth, List<String> through) {
    private static final int MAX_DEPTH = 20;

    public Relations {
        statuses = List.copyOf(statuses);
        through = List.copyOf(through);
        depth = Math.min(depth, MAX_DEPTH);
    }

    /** Seen from a subscription: those with a block that uses one of its blocks, or those whose blocks it uses. */
    public enum Direction {
        IN_USE_BY,
        DEPENDS_ON
    }
}
