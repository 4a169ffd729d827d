package dev.orchestrator.benchmarks.reads;

import dev.orchestrator.benchmarks.measure.Session;
import dev.orchestrator.subscription.SubscriptionModel;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A network of 50 blocks as a workflow's step gets it: objects of the author's classes, in this JVM, without HTTP. */
final class DomainModelLoad implements Session {
    private final ModelLoader loader;

    DomainModelLoad(ModelLoader loader) {
        this.loader = loader;
    }

    static void parameters(PreparedStatement statement, RandomGenerator random) throws SQLException {
        statement.setObject(1, id(random));
    }

    @Override
    public void request(RandomGenerator random) {
        answer(random);
    }

    SubscriptionModel answer(RandomGenerator random) {
        return loader.load(id(random));
    }

    /** The loader's connections serve all sessions. */
    @Override
    public void close() {}

    private static UUID id(RandomGenerator random) {
        return DataSet.network(1 + random.nextInt(DataSet.NETWORKS));
    }
}
