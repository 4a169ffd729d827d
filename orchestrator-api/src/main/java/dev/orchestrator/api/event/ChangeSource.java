package dev.orchestrator.api.event;

import io.smallrye.mutiny.Uni;

/** Reads what can change, in one statement. */
public interface ChangeSource {
    Uni<Snapshot> read();
}
