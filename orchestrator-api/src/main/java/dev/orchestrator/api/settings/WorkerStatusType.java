package dev.orchestrator.api.settings;

import dev.orchestrator.api.rest.settings.WorkerStatus;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** How many workers there are, and how much they have to do. */
@Type("WorkerStatusType")
public record WorkerStatusType(
        @NonNull String executorType, int numberOfWorkersOnline, int numberOfQueuedJobs, int numberOfRunningJobs) {
    static WorkerStatusType of(WorkerStatus status) {
        return new WorkerStatusType(
                status.executorType(),
                status.numberOfWorkersOnline(),
                status.numberOfQueuedJobs(),
                status.numberOfRunningJobs());
    }
}
