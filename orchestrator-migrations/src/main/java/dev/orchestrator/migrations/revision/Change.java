package dev.orchestrator.migrations.revision;

/**
 * One change that a data version makes, and the statement that takes it back.
 *
 * @param section what people call changes of its kind
 */
public record Change(Section section, String upgrade, String undo) {}
