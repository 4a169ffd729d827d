package dev.orchestrator.evolution;

import java.util.UUID;

/** A process that stays where it is, and why. */
public record MigrationError(UUID processId, MigrationPhase phase, String reason) {}
