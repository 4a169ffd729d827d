package dev.orchestrator.launcher;

/** Why a command cannot do what it was asked, in words that say what to do; it becomes the exit code 1 and no stack trace. */
public final class LauncherException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LauncherException(String message) {
        super(message);
    }

    public LauncherException(String message, Throwable cause) {
        super(message, cause);
    }
}
