package dev.orchestrator.api.settings;

import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/**
 * The root field {@code version}. The web UI reads from the first item whose protocol we speak and compares it with the
 * least version that it needs; our own name and version follow.
 */
@GraphQLApi
public class VersionQuery {
    private final VersionType version;

    VersionQuery(
            @ConfigProperty(name = "orchestrator.protocol-version") String protocol,
            @ConfigProperty(name = "quarkus.application.name") String application,
            @ConfigProperty(name = "quarkus.application.version") String ownVersion) {
        this.version = new VersionType(List.of("orchestrator-core: " + protocol, application + ": " + ownVersion));
    }

    @Query("version")
    @Description("Returns version information")
    public @NonNull VersionType version() {
        return version;
    }
}
