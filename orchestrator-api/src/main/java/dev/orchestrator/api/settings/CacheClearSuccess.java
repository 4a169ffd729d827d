package dev.orchestrator.api.settings;

import org.eclipse.microprofile.graphql.Type;

/**
 * A cache was cleared.
 *
 * @param deleted how many entries it had
 */
@Type("CacheClearSuccess")
public record CacheClearSuccess(int deleted) implements CacheClearResponse {}
