package dev.orchestrator.migrations;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.head.Head;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.flywaydb.core.internal.sqlscript.SqlStatement;

/** Says which script failed, in which line, at which statement, and what the database is left with. */
final class BrokenScript {
    private static final String UNDONE = "; nothing of this script was applied:";

    private BrokenScript() {}

    static OrchestratorException describe(Head head, FlywayMigrateException failure) {
        if (failure.getCause() instanceof FlywaySqlScriptException broken) {
            return inStatement(
                    head + ": " + fileName(broken.getResource().getRelativePath()),
                    broken.getLineNumber(),
                    consequence(failure),
                    broken.getStatement(),
                    DatabaseFailure.in(broken).orElseThrow());
        }
        return refused(
                head + ": " + failure.getMigration().getScript() + " failed" + consequence(failure) + "\n  "
                        + DatabaseFailure.in(failure)
                                .map(DatabaseFailure::message)
                                .orElseGet(failure::getMessage),
                failure);
    }

    /** For a script that takes a version back. */
    static OrchestratorException describe(String script, SqlStatement statement, SQLException failure) {
        return inStatement(
                Head.DATA + ": " + script,
                statement.getLineNumber(),
                UNDONE,
                statement.getSql(),
                new DatabaseFailure(failure));
    }

    private static OrchestratorException inStatement(
            String script, int line, String consequence, String statement, DatabaseFailure failure) {
        return refused(
                script + " failed in the statement at line " + line + consequence
                        + "\n  " + failure.message()
                        + "\n  statement: " + statement.strip().replace("\n", "\n    "),
                failure.cause());
    }

    private static OrchestratorException refused(String message, Throwable cause) {
        return new OrchestratorException(ErrorCode.INCONSISTENT_DATA, message, cause);
    }

    /** A script with a statement that PostgreSQL takes outside of transactions only, such as CREATE INDEX CONCURRENTLY, is not undone. */
    private static String consequence(FlywayMigrateException failure) {
        return failure.isExecutableInTransaction()
                ? UNDONE
                : "; it runs outside of a transaction, so what came before that line stays applied:";
    }

    private static String fileName(String path) {
        return Path.of(path).getFileName().toString();
    }
}
