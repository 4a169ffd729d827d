package dev.orchestrator.api.settings;

import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Name;

/** What comes of switching the engine on or off. */
@Union
@Name("StatusUpdateResponse")
public sealed interface StatusUpdateResponse permits EngineSettingsType, SettingsError {}
