package dev.orchestrator.head;

import java.util.Set;

/** Which versions a database has. Calls block. */
public interface AppliedVersions {
    /** The numbers of the applied versions; none where there is no history yet. */
    Set<String> of(Head head);
}
