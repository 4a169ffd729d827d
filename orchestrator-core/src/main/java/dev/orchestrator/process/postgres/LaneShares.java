package dev.orchestrator.process.postgres;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Divides a claim among the lanes that have something due: lanes of the same priority get the same share, so that a long one does
 * not starve the others, and none gets more than its limits leave. What a narrow lane can't take is left to the others.
 */
final class LaneShares {
    /** At most so many of a lane. */
    record Share(Lane lane, int number) {}

    private final List<Share> free = new ArrayList<>();
    private final List<Share> counted = new ArrayList<>();

    private LaneShares() {}

    /** @param lanes in the order of their priority */
    static LaneShares of(List<Lane> lanes, Limits limits, int wanted) {
        LaneShares shares = new LaneShares();
        lanes.stream()
                .collect(Collectors.groupingBy(Lane::priority, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(ofPriority -> shares.divide(ofPriority, limits, wanted));
        return shares;
    }

    private void divide(List<Lane> lanes, Limits limits, int wanted) {
        List<Lane> narrowFirst = lanes.stream()
                .sorted(Comparator.comparingInt(lane -> room(lane, limits)))
                .toList();
        int left = wanted;
        int sharers = lanes.size();
        for (Lane lane : narrowFirst) {
            int number = Math.min(Math.max(1, Math.ceilDiv(left, sharers)), room(lane, limits));
            sharers--;
            if (number > 0) {
                add(lane, limits, number);
                left -= number;
            }
        }
    }

    private static int room(Lane lane, Limits limits) {
        return limits.isLimited(lane) ? limits.room(lane) : Integer.MAX_VALUE;
    }

    private void add(Lane lane, Limits limits, int number) {
        if (limits.isLimited(lane)) {
            limits.take(lane, number);
            counted.add(new Share(lane, number));
        } else {
            free.add(new Share(lane, number));
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
