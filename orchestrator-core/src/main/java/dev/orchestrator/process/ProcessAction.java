package dev.orchestrator.process;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an operator can do to a process, and at which statuses. */
public enum ProcessAction {
    /** Run the step again at which the process failed or waits. */
    RETRY("be retried"),
    /** Answer the form at which the process is suspended. */
    RESUME("be resumed"),
    /** Go on behind the step at which the process stands. */
    SKIP("have its step skipped"),
    /** Run an earlier step again, and all behind it. */
    GO_BACK("go back"),
    /** Change the state that the next step gets. */
    EDIT_STATE("have its state edited"),
    /** Run before or after others that are due. */
    SET_PRIORITY("change its priority"),
    /** Run at another time. */
    SET_DUE_TIME("be moved to another time"),
    /** End for good. */
    ABORT("be aborted");

    /** Those that wait in the queue for their time. */
    private static final Set<ProcessStatus> QUEUED =
            EnumSet.of(ProcessStatus.CREATED, ProcessStatus.RESUMED, ProcessStatus.WAITING);

    private final String phrase;

    ProcessAction(String phrase) {
        this.phrase = phrase;
    }

    public boolean isAllowedAt(ProcessStatus status) {
        return switch (this) {
            case RETRY -> status.isRetriable();
            case RESUME -> status == ProcessStatus.SUSPENDED;
            case SKIP, GO_BACK, EDIT_STATE -> status.canBecome(ProcessStatus.RESUMED);
            case SET_PRIORITY -> !status.isFinal();
            case SET_DUE_TIME -> QUEUED.contains(status);
            case ABORT -> status.canBecome(ProcessStatus.ABORTED);
        };
    }

    /** The status that follows; empty for an action that leaves the process where it stands. */
    public Optional<ProcessStatus> next() {
        return switch (this) {
            case RETRY, RESUME, SKIP, GO_BACK -> Optional.of(ProcessStatus.RESUMED);
            case ABORT -> Optional.of(ProcessStatus.ABORTED);
            case EDIT_STATE, SET_PRIORITY, SET_DUE_TIME -> Optional.empty();
        };
    }

    /** Whether it may be done to a process that a worker holds; all others wait until the worker has let go. */
    public boolean isPossibleWhileHeld() {
        return this == ABORT || this == SET_PRIORITY;
    }

    public Set<ProcessStatus> from() {
        return Arrays.stream(ProcessStatus.values())
                .filter(this::isAllowedAt)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ProcessStatus.class)));
    }

    public static List<ProcessAction> allowedAt(ProcessStatus status) {
        return Arrays.stream(values())
                .filter(action -> action.isAllowedAt(status))
                .toList();
    }

    /** Refuses the action where the status of the process does not allow it. */
    public void requireAllowed(Process process) {
        if (!isAllowedAt(process.status())) {
            throw new ActionNotAllowed(
                    "A process that is " + process.status().wireName() + " can't " + phrase, process.status());
        }
    }

    /** The name on the wire and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ProcessAction> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(action -> action.wireName().equals(name))
                .findFirst();
    }
}
