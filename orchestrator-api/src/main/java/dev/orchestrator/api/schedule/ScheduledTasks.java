package dev.orchestrator.api.schedule;

import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.listing.Page;
import io.smallrye.mutiny.Uni;

/** Reads the schedules that have not ended, in one statement. */
public interface ScheduledTasks {
    Uni<Page<ScheduledTask>> scheduledTasks(ListRequest request);
}
