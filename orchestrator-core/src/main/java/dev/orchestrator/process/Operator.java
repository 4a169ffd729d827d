package dev.orchestrator.process;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.workflow.Permission;
import java.util.Optional;
import java.util.Set;

/**
 * Who acts on a process, and why; both are kept with the action.
 *
 * @param name SYSTEM when nobody is named
 * @param reason null when none was given
 * @param groups those that the operator belongs to; empty when nobody says who operators are, and all may do everything
 */
public record Operator(String name, String reason, Optional<Set<String>> groups) {
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

    /** One of whom nothing but the name is known. */
    public Operator(String name, String reason) {
        this(name, reason, Optional.empty());
    }

    public boolean may(Permission permission) {
        return groups.isEmpty() || permission.allows(name, groups.get());
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
