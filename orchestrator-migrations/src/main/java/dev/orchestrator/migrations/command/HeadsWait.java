package dev.orchestrator.migrations.command;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.migrations.DatabaseUpgrade;
import dev.orchestrator.migrations.HeadStatus;
import dev.orchestrator.migrations.Pauses;
import java.time.Duration;
import java.util.List;

/** Asks a database for its heads until it is at both or the time is over; a database that is away may come yet, one that contradicts won't fit. */
record HeadsWait(DatabaseUpgrade database, int seconds) {
    List<HeadStatus> status() {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        for (Pauses pauses = new Pauses(); ; pauses.take()) {
            boolean last = System.nanoTime() >= end;
            try {
                List<HeadStatus> heads = database.status();
                if (last
                        || heads.stream().allMatch(HeadStatus::isUpToDate)
                        || heads.stream().anyMatch(head -> !head.violations().isEmpty())) {
                    return heads;
                }
            } catch (OrchestratorException away) {
                if (last || away.code() != ErrorCode.DATABASE_UNAVAILABLE) {
                    throw away;
                }
            }
        }
    }
}
