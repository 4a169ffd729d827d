package dev.orchestrator.api.rest.settings;

/** The workers of all programs on this database. */
public interface Workers {
    WorkerStatus status();
}
