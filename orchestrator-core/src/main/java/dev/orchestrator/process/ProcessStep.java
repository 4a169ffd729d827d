package dev.orchestrator.process;

import dev.orchestrator.state.State;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One row of a process' record.
 *
 * @param key the step's stable id in its workflow, below that of its group
 * @param changes what the step added or changed; for a failure the description of the error
 * @param attempt how often the step has been tried with this same outcome
 * @param passed null but for the row of a state migration: the steps that count as done with it, in order. The document of such a
 *     row is the whole state, and what the rows before it say of done steps counts no more
 */
public record ProcessStep(
        UUID stepId,
        String key,
        String name,
        StepStatus status,
        State changes,
        String createdBy,
        Instant startedAt,
        Instant completedAt,
        int attempt,
        List<String> passed) {
    /** The key of the row with which a process stops because it can't go on, whatever its steps are. */
    public static final String STOPPED = "stopped";

    /** The key of the row with which a state migration puts a process on another version. */
    public static final String STATE_MIGRATION = "migration:state";

    /** What the row of a timer says of its end; its newest row counts. */
    public static final String SLEEPS_UNTIL = "sleeps_until";

    /** With a colon, which no step's id has. */
    private static final String STATE_EDITED = "operator:state";

    private static final String WENT_BACK = "operator:go-back";

    public ProcessStep {
        passed = passed == null ? null : List.copyOf(passed);
    }

    /** A row that adds to what was there before, as all do but those of a state migration. */
    public ProcessStep(
            UUID stepId,
            String key,
            String name,
            StepStatus status,
            State changes,
            String createdBy,
            Instant startedAt,
            Instant completedAt,
            int attempt) {
        this(stepId, key, name, status, changes, createdBy, startedAt, completedAt, attempt, null);
    }

    /** A row that somebody writes in one moment. */
    static ProcessStep at(Instant now, String by, String key, String name, StepStatus status) {
        return new ProcessStep(RowIds.next(), key, name, status, State.empty(), by, now, now, 1);
    }

    /** The row of a step that an operator passes over. */
    public static ProcessStep skipped(Instant now, String by, String key, String name) {
        return at(now, by, key, name, StepStatus.SKIPPED);
    }

    /** The row by which an operator changes the state. */
    public static ProcessStep stateEdited(Instant now, String by, State changes) {
        return new ProcessStep(
                RowIds.next(), STATE_EDITED, "State edited", StepStatus.SUCCESS, changes, by, now, now, 1);
    }

    /** The row behind which the steps from the named one on run again. */
    public static ProcessStep wentBack(Instant now, String by, String stepName) {
        return at(now, by, WENT_BACK, "Gone back to '" + stepName + "'", StepStatus.SUCCESS);
    }

    /** The row by which an operator gives a timer another end. */
    public ProcessStep sleepingUntil(Instant until, Instant now, String by) {
        return new ProcessStep(RowIds.next(), key, name, status, State.of(SLEEPS_UNTIL, until), by, startedAt, now, 1);
    }

    public boolean isSleep() {
        return status == StepStatus.WAITING && changes.has(SLEEPS_UNTIL);
    }

    /** Whether the row tells of an operator and of no step. */
    boolean isRemark() {
        return isStateEdited() || isWentBack();
    }

    boolean isStateEdited() {
        return key.equals(STATE_EDITED);
    }

    boolean isWentBack() {
        return key.equals(WENT_BACK);
    }

    /** Whether the document is the whole state, in place of all before it. */
    public boolean isWhole() {
        return passed != null;
    }
}
