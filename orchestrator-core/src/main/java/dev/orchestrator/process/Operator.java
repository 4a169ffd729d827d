package dev.orchestrator.process;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;

/**
 * Who acts on a process, and why; both are kept with the action.
 *
 * @param name SYSTEM when nobody is named
 * @param reason null when none was given
 */
public record Operator(String name, String reason) {
    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_REASON = 2_000;

    private static final String NOBODY_NAMED = "SYSTEM";

    /** Refuses a name or reason that is too long to be kept. */
    public Operator {
        name = name == null || name.isBlank() ? NOBODY_NAMED : name;
        reason = reason == null || reason.isBlank() ? null : reason;
        requireAtMost(LONGEST_NAME, "name", name);
        requireAtMost(LONGEST_REASON, "reason", reason);
    }

    public static Operator of(String name) {
        return new Operator(name, null);
    }

    private static void requireAtMost(int length, String what, String text) {
        if (text != null && text.length() > length) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT,
                    "A %s has at most %d characters; found %d".formatted(what, length, text.length()));
        }
    }
}
