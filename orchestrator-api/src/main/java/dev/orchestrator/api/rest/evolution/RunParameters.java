package dev.orchestrator.api.rest.evolution;

import dev.orchestrator.api.access.Operators;
import dev.orchestrator.evolution.MigrationOptions;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** How to run a migration, and who does. */
public class RunParameters {
    @QueryParam("reporter")
    String reporter;

    @QueryParam("dry_run")
    boolean dryRun;

    /** The processes to look at; none for all. */
    @QueryParam("only")
    List<UUID> only;

    MigrationOptions options(Operators operators) {
        return MigrationOptions.by(operators.of(reporter, null).name())
                .dryRun(dryRun)
                .only(Set.copyOf(only));
    }
}
