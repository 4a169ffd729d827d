package dev.orchestrator.evolution;

import java.util.Optional;

/**
 * Where a process stands in the source version.
 *
 * @param next the id of the step that waits, failed or comes next; empty when only the source's steps could tell, and this
 *     program does not have them
 * @param lastDone the id of the step that was done last
 */
public record Position(Optional<String> next, Optional<String> lastDone) {
    /**
     * The step that waits, failed or comes next.
     *
     * @throws NotMigratable when it is not known
     */
    public String step() {
        return next.orElseThrow(() -> new NotMigratable(
                "Which step comes next only the source version's step list can tell: register that version too, or decide by"
                        + " the step that was done last, which is '" + lastDone.orElse("none") + "'"));
    }
}
