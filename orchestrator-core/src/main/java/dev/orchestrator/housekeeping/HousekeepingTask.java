package dev.orchestrator.housekeeping;

import dev.orchestrator.workflow.StartContext;
import dev.orchestrator.workflow.SystemTask;
import java.util.Optional;

/** What these tasks have in common: one at a time. */
abstract class HousekeepingTask extends SystemTask {
    /** How many rows one statement touches, so that transactions stay short. */
    static final int BATCH = 500;

    /** How many ids a state lists at most. */
    static final int LISTED = 1000;

    @Override
    public Optional<String> whyNotNow(StartContext start) {
        return start.unfinishedProcesses() == 0
                ? Optional.empty()
                : Optional.of("Another '" + name() + "' has not ended; wait for it, or finish or abort it");
    }
}
