package dev.orchestrator.migrations.command;

/** What the program's exit code tells a script; 2 is kept for a command line that was not understood. */
public final class ExitCode {
    /** Done, or nothing to do. */
    public static final int OK = 0;
    /** Refused or failed; the message says why. */
    public static final int FAILED = 1;
    /** {@code db status} only: the database is behind the code, an upgrade would help. */
    public static final int BEHIND = 3;

    private ExitCode() {}
}
