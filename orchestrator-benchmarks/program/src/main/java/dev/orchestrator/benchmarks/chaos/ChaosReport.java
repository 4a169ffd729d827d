package dev.orchestrator.benchmarks.chaos;

import java.time.Duration;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param steps how many steps the audited processes had to do
 * @param faults how often each fault was injected
 * @param lost effects or records that are missing
 * @param doubled effects in the database, records, or keys in the ledger that are there more than once
 * @param wronglyEnded processes that failed although nothing was wrong with them, or poisons that did not fail
 * @param stranded processes that had not moved on two minutes after a fault, or were unfinished in the end
 * @param repeated bookings that came again under the key that they had before, which is allowed
 * @param slowestRecovery the longest time from a fault until every process that ran at the time had moved on
 * @param findings what was wrong, in words, and how often
 */
public record ChaosReport(
        long processes,
        long steps,
        long poisons,
        Map<Fault, Integer> faults,
        long lost,
        long doubled,
        long wronglyEnded,
        long stranded,
        long repeated,
        Duration slowestRecovery,
        Map<String, Integer> findings) {
    /** Whether nothing was lost, doubled, stranded or failed for no reason of its own. */
    public boolean isClean() {
        return lost == 0 && doubled == 0 && wronglyEnded == 0 && stranded == 0;
    }
}
