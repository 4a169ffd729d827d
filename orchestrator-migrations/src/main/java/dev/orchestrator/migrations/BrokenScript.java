package dev.orchestrator.migrations;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import java.nio.file.Path;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;

/** Says which script failed, in which line, at which statement, and what the database is left with. */
final class BrokenScript {
    private BrokenScript() {}

    static OrchestratorException describe(Head head, FlywayMigrateException failure) {
        StringBuilder message = new StringBuilder(head + ": ");
        if (failure.getCause() instanceof FlywaySqlScriptException broken) {
            DatabaseFailure database = DatabaseFailure.in(broken).orElseThrow();
            message.append(fileName(broken.getResource().getRelativePath()))
                    .append(" failed in the statement at line ")
                    .append(broken.getLineNumber())
                    .append(consequence(failure))
                    .append("\n  ")
                    .append(database.message())
                    .append("\n  statement: ")
                    .append(broken.getStatement().strip().replace("\n", "\n    "));
        } else {
            message.append(failure.getMigration().getScript())
                    .append(" failed")
                    .append(consequence(failure))
                    .append("\n  ")
                    .append(DatabaseFailure.in(failure)
                            .map(DatabaseFailure::message)
                            .orElseGet(failure::getMessage));
        }
        return new OrchestratorException(ErrorCode.INCONSISTENT_DATA, message.toString(), failure);
    }

    /** A script with a statement that PostgreSQL takes outside of transactions only, such as CREATE INDEX CONCURRENTLY, is not undone. */
    private static String consequence(FlywayMigrateException failure) {
        return failure.isExecutableInTransaction()
                ? "; nothing of this script was applied:"
                : "; it runs outside of a transaction, so what came before that line stays applied:";
    }

    private static String fileName(String path) {
        return Path.of(path).getFileName().toString();
    }
}
