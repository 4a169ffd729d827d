package dev.orchestrator.benchmarks.reads;

import dev.orchestrator.benchmarks.measure.BenchmarkFailure;
import dev.orchestrator.benchmarks.measure.Session;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.random.RandomGenerator;

/** Asks the database itself, by a statement that stays prepared and gives its answer as one text. */
final class DriverSession implements Session {
    private final Connection connection;
    private final PreparedStatement statement;
    private final Parameters parameters;

    DriverSession(Connection connection, String sql, Parameters parameters) throws SQLException {
        this.connection = connection;
        this.statement = connection.prepareStatement(sql);
        this.parameters = parameters;
    }

    /** Chooses what is asked for. */
    @FunctionalInterface
    interface Parameters {
        void set(PreparedStatement statement, RandomGenerator random) throws SQLException;
    }

    @Override
    public void request(RandomGenerator random) throws SQLException {
        answer(random);
    }

    String answer(RandomGenerator random) throws SQLException {
        parameters.set(statement, random);
        try (ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new BenchmarkFailure("The hand-written SQL finds nothing");
            }
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
