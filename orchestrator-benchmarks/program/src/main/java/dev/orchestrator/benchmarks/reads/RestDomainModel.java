package dev.orchestrator.benchmarks.reads;

import dev.orchestrator.benchmarks.machine.HttpConnection;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The domain model of any circuit. */
final class RestDomainModel {
    private RestDomainModel() {}

    static HttpConnection.Answer ask(HttpConnection connection, RandomGenerator random) throws IOException {
        return connection.get("/api/subscriptions/domain-model/" + id(random));
    }

    static void parameters(PreparedStatement statement, RandomGenerator random) throws SQLException {
        statement.setObject(1, id(random));
    }

    private static UUID id(RandomGenerator random) {
        return DataSet.circuit(1 + random.nextInt(DataSet.CIRCUITS));
    }
}
