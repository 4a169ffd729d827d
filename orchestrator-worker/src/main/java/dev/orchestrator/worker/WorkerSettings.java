package dev.orchestrator.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may set; the defaults are the fast and safe ones. */
@ConfigMapping(prefix = "orchestrator.worker")
public interface WorkerSettings {
    /** How long a claim holds without renewal; a killed worker's processes run elsewhere after this. */
    @WithDefault("10s")
    Duration lease();

    /** How often the queue is asked when nobody hints that there is something to do. */
    @WithDefault("100ms")
    Duration pollInterval();

    /** How many processes run at once; each needs a virtual thread, not one of the system's. */
    @WithDefault("2000")
    int processesAtOnce();

    /** How long a stopping worker waits for running steps before it gives up on them. */
    @WithDefault("20s")
    Duration gracePeriod();

    /** After how many lost leases in a row, with nothing recorded, a process is set aside as failed. */
    @WithDefault("3")
    int lostLeaseLimit();
}
