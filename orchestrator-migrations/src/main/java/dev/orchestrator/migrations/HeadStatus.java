package dev.orchestrator.migrations;

import dev.orchestrator.error.Violation;
import java.util.List;
import java.util.Optional;

/**
 * Where a database stands on one head, compared with the code.
 *
 * @param database the version that the database is at; empty before the first
 * @param code the newest version that the code brings; empty if it brings none
 * @param pending the scripts still to run, in order
 * @param violations why an upgrade is refused; empty if it may run
 */
public record HeadStatus(
        Head head, Optional<String> database, Optional<String> code, List<String> pending, List<Violation> violations) {

    public boolean isUpToDate() {
        return pending.isEmpty() && violations.isEmpty();
    }
}
