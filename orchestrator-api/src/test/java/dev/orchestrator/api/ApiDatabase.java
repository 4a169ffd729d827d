package dev.orchestrator.api;

import dev.orchestrator.testkit.SchemaScripts;
import dev.orchestrator.testkit.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A database with the workshop's catalogue, subscriptions and processes, for tests that read. */
public class ApiDatabase implements QuarkusTestResourceLifecycleManager {
    private TestDatabase database;

    @Override
    public Map<String, String> start() {
        database = TestDatabase.create(
                SchemaScripts.allAnd("fixtures/catalogue.sql", "fixtures/subscriptions.sql", "fixtures/processes.sql"));
        return database.quarkusSettings();
    }

    /** After resources for tests of all classes, so that it is this database that the classes which ask for it get. */
    @Override
    public int order() {
        return 100;
    }

    @Override
    public void stop() {
        database.close();
    }
}
