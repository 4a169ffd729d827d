package dev.orchestrator.benchmarks.machine;

import dev.orchestrator.benchmarks.catalogue.BenchmarkWorkflows;
import dev.orchestrator.workflow.Workflow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Brings a database to where the services start on it. */
public final class Upgrade {
    /** What a data version of the benchmarks' workflows would write. */
    private static final String WORKFLOW = "INSERT INTO workflows (name, target, is_task) VALUES (?, ?, ?)";

    private Upgrade() {}

    /** By the migrations service itself to the schema's head, then with the benchmarks' workflows. Returns when it is there. */
    public static void of(Checkout checkout, Database database) throws SQLException, InterruptedException {
        try (Program migrations = Program.start(
                checkout.service("orchestrator-migrations"),
                List.of(),
                List.of("db", "upgrade", "heads"),
                database.environment())) {
            migrations.awaitEnd();
        }
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(WORKFLOW)) {
            for (Workflow workflow : BenchmarkWorkflows.all()) {
                statement.setString(1, workflow.name());
                statement.setString(2, workflow.target().name());
                statement.setBoolean(3, workflow.target().isTask());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
