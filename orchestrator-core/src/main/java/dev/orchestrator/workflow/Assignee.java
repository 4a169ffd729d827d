package dev.orchestrator.workflow;

/** Who is expected to act at a step. */
public enum Assignee {
    NOC,
    SYSTEM,
    CHANGES,
    KLANTSUPPORT
}
