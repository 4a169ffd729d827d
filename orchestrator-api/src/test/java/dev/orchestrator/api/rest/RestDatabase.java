package dev.orchestrator.api.rest;

import dev.orchestrator.testkit.SchemaScripts;
import dev.orchestrator.testkit.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A database with the workshop's catalogue and five subscriptions, for tests that also write; fields of type TestDatabase get it. */
public class RestDatabase implements QuarkusTestResourceLifecycleManager {
    private TestDatabase database;

    @Override
    public Map<String, String> start() {
        database = TestDatabase.create(SchemaScripts.allAnd("fixtures/catalogue.sql", "fixtures/rest.sql"));
        return database.quarkusSettings();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(database, new TestInjector.MatchesType(TestDatabase.class));
    }

    @Override
    public void stop() {
        database.close();
    }
}
