package dev.orchestrator.housekeeping;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long things are kept. */
@ConfigMapping(prefix = "orchestrator.housekeeping")
public interface HousekeepingSettings {
    /** How long after its end a task is removed for good. */
    @WithDefault("7d")
    Duration removeTasksAfter();

    /** How long after its end a process goes to the archive, where it stays. */
    @WithDefault("180d")
    Duration archiveProcessesAfter();
}
