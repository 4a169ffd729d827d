package dev.orchestrator.process;

import java.util.UUID;

/**
 * A worker's temporary right to run a process.
 *
 * @param epoch names this right; each write of the worker is refused once another claim has taken a later one
 * @param lostLeases how many workers in a row lost their lease on it with nothing recorded
 */
public record Claim(UUID processId, long epoch, int lostLeases) {}
