package org.example.patching.database;

import dev.orchestrator.embedded.EmbeddedPostgres;
import dev.orchestrator.embedded.RunningPostgres;
import java.nio.file.Path;

/** The PostgreSQL in the example's folder, which is started when it does not run and stays when the program ends. */
public final class ExampleDatabase {
    private static final String NAME = "patching";

    private ExampleDatabase() {}

    /** {@code start FOLDER} prints the services' environment, for a shell to read; {@code delete FOLDER} ends and empties it. */
    public static void main(String[] arguments) {
        EmbeddedPostgres postgres = EmbeddedPostgres.in(Path.of(arguments[1]));
        if (arguments[0].equals("delete")) {
            postgres.delete();
        } else {
            RunningPostgres server = postgres.start();
            server.createDatabase(NAME);
            System.out.println(environment(server));
        }
    }

    private static String environment(RunningPostgres server) {
        return """
                export QUARKUS_DATASOURCE_REACTIVE_URL='postgresql://%s:%d/%s'
                export QUARKUS_DATASOURCE_USERNAME='%s'
                export QUARKUS_DATASOURCE_PASSWORD='%s'""".formatted(server.host(), server.port(), NAME, server.user(), server.password());
    }
}
