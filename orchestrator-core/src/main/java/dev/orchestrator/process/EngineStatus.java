package dev.orchestrator.process;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;

/** Whether processes may run: PAUSING while the lock is set and some still do. */
public record EngineStatus(boolean isLocked, int runningProcesses) {
    /** The three answers to "is it running". */
    public enum Global {
        RUNNING,
        PAUSING,
        PAUSED
    }

    /** Refuses to do something new while the engine is locked. */
    public void requireUnlocked(String intention) {
        if (isLocked) {
            throw new OrchestratorException(
                    ErrorCode.ENGINE_LOCKED,
                    "Can't " + intention + ": the engine is locked; unlock it in the settings first");
        }
    }

    public Global global() {
        if (!isLocked) {
            return Global.RUNNING;
        }
        return runningProcesses > 0 ? Global.PAUSING : Global.PAUSED;
    }
}
