package dev.orchestrator.api.event;

import java.util.Map;
import java.util.UUID;

/**
 * What can change, as it was at one moment.
 *
 * @param recent the processes that were changed last, newest first, each with what stands in its row
 * @param runningSteps the last step of each running process, as a number that grows
 * @param subscriptions the versions of the subscriptions that those processes are about
 */
public record Snapshot(
        boolean locked,
        boolean anyRunning,
        int workers,
        Map<UUID, Mark> recent,
        Map<UUID, Long> runningSteps,
        Map<UUID, Integer> subscriptions) {

    /** How many processes {@link #recent} has at most: beyond that, what is older has left it. */
    public static final int RECENT = 200;

    /** A process' row; the time is only compared, never computed with. */
    public record Mark(String status, String modifiedAt) {}
}
