package dev.orchestrator.launcher.command;

import dev.orchestrator.launcher.Workspace;
import dev.orchestrator.launcher.database.DatabaseAccess;
import dev.orchestrator.launcher.database.DatabaseCheck;
import java.util.Map;
import java.util.Optional;

/** The database that {@code up} uses, for a command beside it: the one that is named, the one that runs, or the one that comes along. */
record DevelopmentDatabase(DatabaseAccess access, Optional<SharedServer> server) implements AutoCloseable {
    static final String URL_VARIABLE = "ORCHESTRATOR_DATABASE_URL";

    static DevelopmentDatabase of(Workspace workspace, Map<String, String> environment) {
        if (environment.containsKey(URL_VARIABLE)) {
            DatabaseAccess named = DatabaseAccess.parse(environment.get(URL_VARIABLE));
            DatabaseCheck.check(named);
            return new DevelopmentDatabase(named, Optional.empty());
        }
        SharedServer shared = SharedServer.use(workspace);
        shared.server().createDatabase(Workspace.DATABASE);
        return new DevelopmentDatabase(DatabaseAccess.of(shared.server(), Workspace.DATABASE), Optional.of(shared));
    }

    @Override
    public void close() {
        server.ifPresent(SharedServer::close);
    }
}
