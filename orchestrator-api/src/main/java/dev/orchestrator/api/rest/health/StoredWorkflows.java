package dev.orchestrator.api.rest.health;

import java.util.Set;

/** The workflows that the database knows. */
public interface StoredWorkflows {
    /** Without the deleted ones. */
    Set<String> names();
}
