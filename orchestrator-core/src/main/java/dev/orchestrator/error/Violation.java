package dev.orchestrator.error;

/**
 * One thing that is wrong, and where.
 *
 * @param path the place, such as {@code user.username}; empty for the whole
 * @param message what was expected and what was found
 */
public record Violation(String path, String message) {
    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
