package dev.orchestrator.launcher;

/** Why a command cannot do what it was asked, in words that say what to do; it becomes an exit code, by default 1, and no stack trace. */
public final class LauncherException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int REFUSED = 1;

    private final int exitCode;

    public LauncherException(String message) {
        this(message, null);
    }

    public LauncherException(String message, Throwable cause) {
        this(message, cause, REFUSED);
    }

    public LauncherException(String message, Throwable cause, int exitCode) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
