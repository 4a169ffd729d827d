package dev.orchestrator.benchmarks.engine;

import dev.orchestrator.benchmarks.machine.Database;
import dev.orchestrator.benchmarks.measure.Load;
import dev.orchestrator.benchmarks.measure.Session;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What the database can write at all, one small transaction at a time: rows of 300 bytes, each in a transaction of its own. */
final class InsertLimit implements AutoCloseable {
    private static final int CONNECTIONS = 16;
    private static final Duration TIME = Duration.ofSeconds(2);
    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS benchmark_limit (id uuid PRIMARY KEY, content jsonb NOT NULL)";
    private static final String INSERT = "INSERT INTO benchmark_limit (id, content) VALUES (?, ?::jsonb)";
    private static final String CONTENT =
            "{\"text\": \"%s\"}".formatted("0123456789".repeat(29).substring(4));

    private final Load load;

    InsertLimit(Database database) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        load = new Load(() -> new Inserting(database.connect()), CONNECTIONS, CONNECTIONS);
    }

    /** Takes 2 seconds. */
    double perSecond() throws InterruptedException {
        return load.run(TIME).perSecond();
    }

    @Override
    public void close() throws IOException, SQLException {
        load.close();
    }

    private static final class Inserting implements Session {
        private final Connection connection;
        private final PreparedStatement insert;

        Inserting(Connection connection) throws SQLException {
            this.connection = connection;
            this.insert = connection.prepareStatement(INSERT);
        }

        @Override
        public void request(RandomGenerator random) throws SQLException {
            insert.setObject(1, new UUID(random.nextLong(), random.nextLong()));
            insert.setString(2, CONTENT);
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
