package dev.orchestrator.api.rest;

import java.util.Map;

/** As behind a proxy that says who sends a request. */
public class KnownPeopleProfile extends RestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("orchestrator.access.user-header", "X-Forwarded-User");
    }
}
