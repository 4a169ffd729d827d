package dev.orchestrator.evolution;

/** Says why the state of a process can't be migrated, in words for the operator who has to decide about it. */
public class NotMigratable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotMigratable(String reason) {
        super(reason);
    }
}
