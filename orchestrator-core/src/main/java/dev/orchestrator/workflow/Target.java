package dev.orchestrator.workflow;

/** What a workflow does to its subject. VALIDATE is for a subscription, SYSTEM for everything that is not about one. */
public enum Target {
    CREATE,
    MODIFY,
    TERMINATE,
    SYSTEM,
    VALIDATE,
    RECONCILE;

    /** A task is a workflow of the system's own, shown apart from what changes customers' subscriptions. */
    public boolean isTask() {
        return this == SYSTEM || this == VALIDATE;
    }
}
