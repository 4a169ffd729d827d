package dev.orchestrator.benchmarks.chaos;

import dev.orchestrator.benchmarks.chaos.Ledger.Effect;
import dev.orchestrator.benchmarks.chaos.Processes.Finished;
import dev.orchestrator.benchmarks.ledger.LedgerTask;
import dev.orchestrator.benchmarks.ledger.Poisons;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds each finished process against the effects that it should have had: none lost, none doubled. */
final class Audit {
    private final Processes processes;
    private final Ledger ledger;
    private final Map<String, Integer> findings = new TreeMap<>();
    private long audited;
    private long steps;
    private long poisons;
    private long lost;
    private long doubled;
    private long wronglyEnded;

    Audit(Processes processes, Ledger ledger) {
        this.processes = processes;
        this.ledger = ledger;
    }

    /** Audits all that was finished so long ago, and forgets it. */
    void finished(int seconds) throws SQLException {
        for (List<Finished> some = processes.finished(seconds); !some.isEmpty(); some = processes.finished(seconds)) {
            some.forEach(this::audit);
            processes.forget(some.stream().map(Finished::id).toList());
        }
    }

    /** What no finished process accounts for counts as doubled: it came after its process' audit. */
    void leftovers() throws SQLException {
        int left = processes.leftEffects();
        doubled += left;
        if (left > 0) {
            found(left + " effects in the database came after their processes had ended");
        }
    }

    private void audit(Finished process) {
        boolean isPoison = Poisons.NAMES.contains(process.workflow());
        if (!process.status().equals(isPoison ? "failed" : "completed")) {
            wronglyEnded++;
            found("A " + process.workflow() + " is " + process.status() + ": " + process.reason());
        }
        if (isPoison) {
            poisons++;
            return;
        }
        audited++;
        for (String step : LedgerTask.BOOKED) {
            steps++;
            count(process, step, "record", Collections.frequency(process.done(), step));
            count(
                    process,
                    step,
                    "ledger",
                    ledger.take(new Effect(process.id(), step)).size());
            if (LedgerTask.STORED.contains(step)) {
                count(process, step, "database", Collections.frequency(process.effects(), step));
            }
        }
    }

    /** One that ended before its time lacks steps for a reason that is on record. */
    private void count(Finished process, String step, String where, int times) {
        if (times == 0 && process.status().equals("completed")) {
            lost++;
            found("Step " + step + " is missing in the " + where);
        } else if (times > 1) {
            doubled++;
            found("Step " + step + " is " + times + " times in the " + where);
        }
    }

    private void found(String finding) {
        findings.merge(finding, 1, Integer::sum);
    }

    long audited() {
        return audited;
    }

    long steps() {
        return steps;
    }

    long poisons() {
        return poisons;
    }

    long lost() {
        return lost;
    }

    long doubled() {
        return doubled;
    }

    long wronglyEnded() {
        return wronglyEnded;
    }

    /** What was wrong, in words, and how often. */
    Map<String, Integer> findings() {
        return Map.copyOf(findings);
    }
}
