package dev.orchestrator.api.settings;

import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Name;

/** What comes of clearing a cache. */
@Union
@Name("CacheClearResponse")
public sealed interface CacheClearResponse permits CacheClearSuccess, SettingsError {}
