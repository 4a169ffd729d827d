package dev.orchestrator.api.settings;

import dev.orchestrator.process.EngineStatus;
import org.eclipse.microprofile.graphql.Enum;

/** Whether the engine starts processes, is about to stop doing so, or has stopped. */
@Enum("GlobalStatusEnum")
public enum GlobalStatus {
    RUNNING,
    PAUSED,
    PAUSING;

    static GlobalStatus of(EngineStatus.Global global) {
        return switch (global) {
            case RUNNING -> RUNNING;
            case PAUSED -> PAUSED;
            case PAUSING -> PAUSING;
        };
    }
}
