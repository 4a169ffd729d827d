package dev.orchestrator.workflow;

/**
 * One thing in which a registered workflow and its row in the database differ.
 *
 * @param detail what differs, for people; empty for what is missing or surplus
 * @param mend the statement that puts the row right; empty where a data version has to
 */
public record WorkflowDifference(Kind kind, String workflow, String detail, String mend) {
    /** What the matter is, seen from the code. */
    public enum Kind {
        /** The code has it, the database does not: it can't be started. */
        MISSING,
        /** The database has it, the code does not. */
        SURPLUS,
        /** The database calls it something else than the code, or a task where it is none. */
        CHANGED,
        /** The code itself contradicts what its target is for. */
        MISTAKEN
    }

    @Override
    public String toString() {
        String subject = "workflow " + workflow;
        return switch (kind) {
            case MISSING -> subject + " is missing in the database";
            case SURPLUS -> subject + " is in the database only";
            case CHANGED, MISTAKEN -> subject + " " + detail + (mend.isEmpty() ? "" : "; to mend it: " + mend);
        };
    }
}
