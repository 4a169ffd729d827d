package dev.orchestrator.launcher.command;

import dev.orchestrator.embedded.EmbeddedPostgres;
import dev.orchestrator.embedded.RunningPostgres;
import dev.orchestrator.launcher.Workspace;
import dev.orchestrator.launcher.database.DatabaseAccess;
import java.util.Map;
import java.util.Optional;

/**
 * The database that {@code up} uses, for a command beside it: the one that runs, or else the one that comes along, which then runs as
 * long as the command does.
 */
record DevelopmentDatabase(DatabaseAccess access, Optional<RunningPostgres> own) implements AutoCloseable {
    static final String URL_VARIABLE = "ORCHESTRATOR_DATABASE_URL";

    static DevelopmentDatabase of(Workspace workspace, Map<String, String> environment) {
        if (environment.containsKey(URL_VARIABLE)) {
            return new DevelopmentDatabase(DatabaseAccess.parse(environment.get(URL_VARIABLE)), Optional.empty());
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.in(workspace.postgres());
        Optional<RunningPostgres> running = postgres.running();
        RunningPostgres server = running.orElseGet(postgres::start);
        server.createDatabase(Workspace.DATABASE);
        return new DevelopmentDatabase(
                DatabaseAccess.of(server, Workspace.DATABASE),
                running.isPresent() ? Optional.empty() : Optional.of(server));
    }

    @Override
    public void close() {
        own.ifPresent(RunningPostgres::stop);
    }
}
