package dev.orchestrator.api.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/**
 * How a proxy that has authenticated the person says who it is. Only that proxy may be able to reach the API then, for the headers
 * are believed.
 */
@ConfigMapping(prefix = "orchestrator.access")
public interface AccessSettings {
    /** The header with the person's name. While there is none, nobody has to say who they are and all may do everything. */
    Optional<String> userHeader();

    /** The header with the person's groups, separated by commas. */
    @WithDefault("X-Forwarded-Groups")
    String groupsHeader();
}
