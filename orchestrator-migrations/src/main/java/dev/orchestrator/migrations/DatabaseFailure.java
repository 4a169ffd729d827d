package dev.orchestrator.migrations;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Optional;

/** What the database said, turned into what a person should do about it. */
record DatabaseFailure(SQLException cause) {

    private static final String NO_CONNECTION_LEFT = "53300";

    /** Whether the server had no connection left, which passes. */
    static boolean isCrowded(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String state = switch (cause) {
                case SQLException said -> said.getSQLState();
                case PgException said -> said.getSqlState();
                default -> null;
            };
            if (NO_CONNECTION_LEFT.equals(state)) {
                return true;
            }
        }
        return false;
    }

    /** The database's own words at the bottom of a failure, if it was the database's. */
    static Optional<DatabaseFailure> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said && said.getSQLState() != null) {
                return Optional.of(new DatabaseFailure(said));
            }
        }
        return Optional.empty();
    }

    String message() {
        return cause.getMessage().strip().replace("\n", "\n  ");
    }

    OrchestratorException describe() {
        return refused(
                "42501".equals(cause.getSQLState())
                        ? "The database user lacks a right: " + message()
                                + "\n  Run the upgrade as the owner of the database, or: GRANT CREATE, USAGE ON SCHEMA public TO that user"
                        : "The database refused: " + message());
    }

    /** For a connection that could not be made. */
    OrchestratorException describeConnecting(MigrationSettings settings) {
        String user = settings.user().map(name -> "\"" + name + "\"").orElse("(none given)");
        return refused(
                switch (String.valueOf(cause.getSQLState())) {
                    case "28P01", "28000" ->
                        "The database at %s does not let user %s in: %s\n  Check QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD."
                                .formatted(settings, user, message());
                    case "3D000" ->
                        "The server has no such database: %s\n  Create it first, for example: CREATE DATABASE … OWNER %s"
                                .formatted(settings, user);
                    case "57P03" ->
                        "The database at %s is starting up or shutting down; try again.".formatted(settings);
                    case NO_CONNECTION_LEFT ->
                        "The database at %s has no connection left: %s".formatted(settings, message());
                    default ->
                        "The database at %s cannot be reached: %s\n  Check QUARKUS_DATASOURCE_JDBC_URL and that the server runs."
                                .formatted(settings, message());
                });
    }

    private OrchestratorException refused(String message) {
        return new OrchestratorException(ErrorCode.DATABASE_UNAVAILABLE, message, cause);
    }
}
