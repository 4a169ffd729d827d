package dev.orchestrator.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * What a due schedule does.
 *
 * @param due the time that it fires for
 * @param next when it is due again; empty when no time is left
 * @param runs whether a process is started
 */
record Firing(Instant due, Optional<Instant> next, boolean runs) {}
