package dev.orchestrator.process;

import dev.orchestrator.state.State;
import java.time.Instant;
import java.util.UUID;

/**
 * One row of a process' record.
 *
 * @param key the step's stable id in its workflow, below that of its group
 * @param changes what the step added or changed; for a failure the description of the error
 * @param attempt how often the step has been tried with this same outcome
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
        int attempt) {
    /** What the row of a timer says of its end; its newest row counts. */
    public static final String SLEEPS_UNTIL = "sleeps_until";

    /** With a colon, which no step's id has. */
    private static final String STATE_EDITED = "operator:state";

    private static final String WENT_BACK = "operator:go-back";

    /** A row that somebody writes in one moment. */
    static ProcessStep at(Instant now, String by, String key, String name, StepStatus status) {
        return new ProcessStep(UUID.randomUUID(), key, name, status, State.empty(), by, now, now, 1);
    }

    /** The row of a step that an operator passes over. */
    public static ProcessStep skipped(Instant now, String by, String key, String name) {
        return at(now, by, key, name, StepStatus.SKIPPED);
    }

    /** The row by which an operator changes the state. */
    public static ProcessStep stateEdited(Instant now, String by, State changes) {
        return new ProcessStep(
                UUID.randomUUID(), STATE_EDITED, "State edited", StepStatus.SUCCESS, changes, by, now, now, 1);
    }

    /** The row behind which the steps from the named one on run again. */
    public static ProcessStep wentBack(Instant now, String by, String stepName) {
        return at(now, by, WENT_BACK, "Gone back to '" + stepName + "'", StepStatus.SUCCESS);
    }

    /** The row by which an operator gives a timer another end. */
    public ProcessStep sleepingUntil(Instant until, Instant now, String by) {
        return new ProcessStep(
                UUID.randomUUID(), key, name, status, State.of(SLEEPS_UNTIL, until), by, startedAt, now, 1);
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
}
