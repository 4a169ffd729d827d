package dev.orchestrator.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a process stands, and what may follow. */
public enum ProcessStatus {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("suspended")
    SUSPENDED,
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("awaiting_callback")
    AWAITING_CALLBACK,
    @JsonProperty("aborted")
    ABORTED,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("api_unavailable")
    API_UNAVAILABLE,
    @JsonProperty("inconsistent_data")
    INCONSISTENT_DATA,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("resumed")
    RESUMED;

    private static final Map<ProcessStatus, Set<ProcessStatus>> NEXT = Map.ofEntries(
            Map.entry(CREATED, Set.of(RUNNING, ABORTED)),
            Map.entry(
                    RUNNING,
                    Set.of(
                            SUSPENDED,
                            WAITING,
                            AWAITING_CALLBACK,
                            ABORTED,
                            FAILED,
                            API_UNAVAILABLE,
                            INCONSISTENT_DATA,
                            COMPLETED)),
            Map.entry(SUSPENDED, Set.of(RESUMED, RUNNING, ABORTED)),
            Map.entry(WAITING, Set.of(RESUMED, RUNNING, ABORTED)),
            Map.entry(AWAITING_CALLBACK, Set.of(RESUMED, RUNNING, ABORTED)),
            Map.entry(FAILED, Set.of(RESUMED, ABORTED)),
            Map.entry(API_UNAVAILABLE, Set.of(RESUMED, ABORTED)),
            Map.entry(INCONSISTENT_DATA, Set.of(RESUMED, ABORTED)),
            Map.entry(RESUMED, Set.of(RUNNING, ABORTED)),
            Map.entry(ABORTED, Set.of()),
            Map.entry(COMPLETED, Set.of()));

    /** The statuses from which a retry starts the step anew. */
    private static final Set<ProcessStatus> RETRIABLE = Set.of(FAILED, WAITING, API_UNAVAILABLE, INCONSISTENT_DATA);

    public boolean canBecome(ProcessStatus next) {
        return NEXT.get(this).contains(next);
    }

    public boolean isFinal() {
        return NEXT.get(this).isEmpty();
    }

    /** Whether it has stopped at a failure. */
    public boolean isFailure() {
        return isRetriable() && this != WAITING;
    }

    /** Whether nothing more comes of it unless a person acts. */
    public boolean isAtRest() {
        return isFinal() || isFailure();
    }

    public boolean isRetriable() {
        return RETRIABLE.contains(this);
    }

    public static Set<ProcessStatus> retriable() {
        return RETRIABLE;
    }

    /** The name on the wire and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ProcessStatus ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
