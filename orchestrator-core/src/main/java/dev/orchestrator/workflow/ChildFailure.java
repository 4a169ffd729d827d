package dev.orchestrator.workflow;

/** What a child that failed means for the process that started it. One that a person aborted is a decision, and no failure. */
public enum ChildFailure {
    /** The parent waits until a person has brought the child to its end, or aborted it. */
    WAIT,
    /** When no child is at work any more the step fails; a retry of the step retries the children that failed. */
    FAIL,
    /** The parent goes on; the results tell how each child ended. */
    IGNORE
}
