package dev.orchestrator.migrations;

import java.time.Instant;
import java.util.Optional;

/**
 * One version of a head, as the code brings it, the database has it, or both.
 *
 * @param version its number
 * @param name of its script, without the ending
 * @param appliedAt since when the database has it; empty when it has not
 * @param known whether this code has its script
 * @param dependsOn the schema version that a data version says it needs
 */
public record HeadVersion(
        String version,
        String name,
        String description,
        Optional<Instant> appliedAt,
        boolean known,
        Optional<String> dependsOn) {

    public boolean isApplied() {
        return appliedAt.isPresent();
    }

    String script() {
        return name + ".sql";
    }
}
