package dev.orchestrator.api.rest;

import dev.orchestrator.testkit.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;

/** A database with the workshop's catalogue and five subscriptions, for tests that also write; fields of type TestDatabase get it. */
public class RestDatabase implements QuarkusTestResourceLifecycleManager {
    private TestDatabase database;

    @Override
    public Map<String, String> start() {
        database = TestDatabase.create(List.of(
                "orchestrator/schema/V1__products_and_subscriptions.sql",
                "orchestrator/schema/V2__processes_and_queue.sql",
                "fixtures/catalogue.sql",
                "fixtures/rest.sql"));
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
