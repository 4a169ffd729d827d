package dev.orchestrator.migrations;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.error.Violation;
import dev.orchestrator.migrations.HeadScripts.UndoScript;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.resource.StringResource;
import org.flywaydb.core.internal.sqlscript.ParserSqlScript;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.flywaydb.database.postgresql.PostgreSQLParser;

/** Runs an undo script and forgets its version, both or neither; undone as well when customers would lose something unasked. */
record UndoTransaction(LoneConnection connection, Configuration flyway, boolean loseData) {
    /**
     * Counts, for this session, the deleted rows of what is the customers' and not the model's, those deleted by cascades included. Counting the
     * rows themselves would miss a deletion that is made up for by an insertion.
     */
    private static final String DELETED = """
            SELECT relname, pg_stat_get_xact_tuples_deleted(oid)
            FROM pg_class
            WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
              AND relname IN ('subscriptions', 'subscription_instances', 'subscription_instance_values',
                              'subscription_instance_relations', 'processes')
            """;

    void run(UndoScript script, String forget, String version) {
        connection.inTransaction(session -> {
            Map<String, Long> before = deleted(session);
            if (loseData) {
                allowLoss(session);
            }
            execute(script, session);
            refuseLoss(script, before, deleted(session));
            try (PreparedStatement statement = session.prepareStatement(forget)) {
                statement.setString(1, version);
                return statement.executeUpdate();
            }
        });
    }

    /** Lets the schema's functions take along what customers have, until the transaction ends. */
    private static void allowLoss(Connection session) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute("SET LOCAL orchestrator.lose_data = 'on'");
        }
    }

    private void execute(UndoScript script, Connection session) throws SQLException {
        // Flyway's own parser, so that undo scripts are read as the others are.
        ParserSqlScript parsed = new ParserSqlScript(
                new PostgreSQLParser(flyway, new ParsingContext()), new StringResource(script.sql()), null, false);
        try (SqlStatementIterator statements = parsed.getSqlStatements();
                Statement statement = session.createStatement()) {
            while (statements.hasNext()) {
                SqlStatement next = statements.next();
                try {
                    statement.execute(next.getSql());
                } catch (SQLException failure) {
                    throw BrokenScript.describe(script.name(), next, failure);
                }
            }
        }
    }

    private static Map<String, Long> deleted(Connection session) throws SQLException {
        Map<String, Long> deleted = new TreeMap<>();
        try (Statement statement = session.createStatement();
                ResultSet rows = statement.executeQuery(DELETED)) {
            while (rows.next()) {
                deleted.put(rows.getString(1), rows.getLong(2));
            }
        }
        return deleted;
    }

    private void refuseLoss(UndoScript script, Map<String, Long> before, Map<String, Long> after) {
        List<Violation> lost = after.entrySet().stream()
                .filter(table -> table.getValue() > before.getOrDefault(table.getKey(), 0L))
                .map(table -> new Violation(
                        table.getKey(),
                        table.getValue() - before.getOrDefault(table.getKey(), 0L) + " rows would be deleted"))
                .toList();
        if (!lost.isEmpty() && !loseData) {
            throw new OrchestratorException(
                    ErrorCode.INCONSISTENT_DATA,
                    script.name()
                            + " would delete what customers have; nothing of it was applied. With --lose-data it is deleted",
                    lost);
        }
    }
}
