package dev.orchestrator.api.rest;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** One program with a database of its own for all tests of REST, which also write, apart from those that only read. */
public class RestProfile implements QuarkusTestProfile {
    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(RestDatabase.class));
    }

    /** Fast, so that tests of events wait less. */
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("orchestrator.api.events.interval", "50ms");
    }
}
