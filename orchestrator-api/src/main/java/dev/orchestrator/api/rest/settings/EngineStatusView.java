package dev.orchestrator.api.rest.settings;

import dev.orchestrator.process.EngineStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether processes may run, and how many do. */
@Schema(name = "EngineSettingsSchema")
record EngineStatusView(boolean globalLock, EngineStatus.Global globalStatus, int runningProcesses) {
    static EngineStatusView of(EngineStatus status) {
        return new EngineStatusView(status.isLocked(), status.global(), status.runningProcesses());
    }
}
