package dev.orchestrator.evolution;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a process came in its migration before it was refused. */
public enum MigrationPhase {
    /** Its record does not give the state that the source names. */
    @JsonProperty("read")
    READ,
    /** The migration itself refused it. */
    @JsonProperty("migrate")
    MIGRATE,
    /** What the migration made does not fit the target's steps. */
    @JsonProperty("validate")
    VALIDATE,
    /** A worker runs it. */
    @JsonProperty("lock")
    LOCK,
    /** It could not be written. */
    @JsonProperty("write")
    WRITE
}
