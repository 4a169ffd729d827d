package dev.orchestrator.api.subscription;

import java.util.UUID;

/**
 * Where a block is.
 *
 * @param value the text that it was looked for by; null when that was its id
 */
public record BlockPlace(UUID block, UUID subscription, String value) {}
