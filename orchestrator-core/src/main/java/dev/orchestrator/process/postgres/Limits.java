package dev.orchestrator.process.postgres;

import java.util.HashMap;
import java.util.Map;

/** How many more processes may run at once, by workflow, by target and by key; counts down as places are given away. */
final class Limits {
    /** A key means "one at a time" unless somebody says otherwise. */
    private static final int ONE_OF_A_KEY = 1;

    private final Map<Scope, Integer> maxima = new HashMap<>();
    private final Map<Scope, Integer> taken = new HashMap<>();

    /** What is limited, such as the workflow of a name. */
    private record Scope(String kind, String name) {
        static Scope workflow(Lane lane) {
            return new Scope("workflow", lane.workflow());
        }

        static Scope target(Lane lane) {
            return new Scope("target", lane.target());
        }

        static Scope key(Lane lane) {
            return new Scope("key", lane.key());
        }
    }

    void allow(String kind, String name, int maximum) {
        maxima.put(new Scope(kind, name), maximum);
    }

    /** Notes that so many processes of the lane run. */
    void take(Lane lane, int number) {
        taken.merge(Scope.workflow(lane), number, Integer::sum);
        taken.merge(Scope.target(lane), number, Integer::sum);
        if (!lane.key().isEmpty()) {
            taken.merge(Scope.key(lane), number, Integer::sum);
        }
    }

    boolean isLimited(Lane lane) {
        return !lane.key().isEmpty()
                || maxima.containsKey(Scope.workflow(lane))
                || maxima.containsKey(Scope.target(lane));
    }

    /** How many more of the lane may run. */
    int room(Lane lane) {
        int room = Math.min(room(Scope.workflow(lane), Integer.MAX_VALUE), room(Scope.target(lane), Integer.MAX_VALUE));
        return lane.key().isEmpty() ? room : Math.min(room, room(Scope.key(lane), ONE_OF_A_KEY));
    }

    private int room(Scope scope, int unlessSaid) {
        int maximum = maxima.getOrDefault(scope, unlessSaid);
        return Math.max(0, maximum - taken.getOrDefault(scope, 0));
    }
}
