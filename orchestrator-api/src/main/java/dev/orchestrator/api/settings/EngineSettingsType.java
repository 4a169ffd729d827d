package dev.orchestrator.api.settings;

import dev.orchestrator.process.EngineStatus;
import org.eclipse.microprofile.graphql.Type;

/** Whether the engine runs, and how much. */
@Type("EngineSettingsType")
public record EngineSettingsType(boolean globalLock, GlobalStatus globalStatus, int runningProcesses)
        implements StatusUpdateResponse {
    static EngineSettingsType of(EngineStatus status) {
        return new EngineSettingsType(status.isLocked(), GlobalStatus.of(status.global()), status.runningProcesses());
    }
}
