package dev.orchestrator.process;

/** What a worker may do with a process once it has written a checkpoint. */
public enum Verdict {
    /** It is on record; the next step may run. */
    GO_ON,
    /** It is on record, and the engine is locked: no further step may begin. */
    PAUSE,
    /** The claim was lost and nothing was written. */
    LOST
}
