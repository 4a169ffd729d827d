package dev.orchestrator.benchmarks.chaos;

import java.util.Locale;

/** What is done to workers and database. */
public enum Fault {
    /** SIGKILL to a worker; another one is started in its place. */
    KILL_WORKER,
    /** SIGSTOP to a worker until its leases are over, then SIGCONT: it believes to hold what others run by now. */
    FREEZE_WORKER,
    /** SIGTERM to a worker, as a rollout does, and a new one in its place. */
    REPLACE_WORKER,
    /** PostgreSQL is stopped without a checkpoint, as by a crash, and started again. */
    CRASH_DATABASE,
    /** All connections of the workers are cut by pg_terminate_backend. */
    CUT_CONNECTIONS,
    /** One process of each kind that harms its worker is started. */
    POISON;

    /** The name as people read it. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
