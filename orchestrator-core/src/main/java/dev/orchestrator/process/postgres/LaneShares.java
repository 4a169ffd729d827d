package dev.orchestrator.process.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Divides a claim among the lanes that have something due: lanes of the same priority get the same share, so that a long one does
 * not starve the others, and none gets more than its limits leave.
 */
final class LaneShares {
    /** At most so many of a lane. */
    record Share(Lane lane, int number) {}

    private final List<Share> free = new ArrayList<>();
    private final List<Share> counted = new ArrayList<>();

    private LaneShares() {}

    /** @param lanes in the order of their priority */
    static LaneShares of(List<Lane> lanes, Limits limits, int wanted) {
        Map<Integer, Long> lanesOfPriority = lanes.stream()
                .map(Lane::priority)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        LaneShares shares = new LaneShares();
        for (Lane lane : lanes) {
            shares.add(lane, limits, Math.ceilDiv(wanted, Math.toIntExact(lanesOfPriority.get(lane.priority()))));
        }
        return shares;
    }

    private void add(Lane lane, Limits limits, int equalShare) {
        if (!limits.isLimited(lane)) {
            free.add(new Share(lane, equalShare));
            return;
        }
        int number = Math.min(equalShare, limits.room(lane));
        if (number > 0) {
            limits.take(lane, number);
            counted.add(new Share(lane, number));
        }
    }

    /** Of lanes without a limit. */
    List<Share> free() {
        return free;
    }

    /** Of lanes under a limit. */
    List<Share> counted() {
        return counted;
    }
}
