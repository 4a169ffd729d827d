package dev.orchestrator.api.rest.settings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who works, and how much there is to do.
 *
 * @param executorType the web UI's word for workers that are programs of their own; only then it shows the numbers
 * @param numberOfQueuedJobs processes that are due and wait for a worker
 */
@Schema(name = "WorkerStatus")
public record WorkerStatus(
        String executorType, int numberOfWorkersOnline, int numberOfQueuedJobs, int numberOfRunningJobs) {
    private static final String WORKERS_APART = "celery";

    public WorkerStatus(int online, int queued, int running) {
        this(WORKERS_APART, online, queued, running);
    }
}
