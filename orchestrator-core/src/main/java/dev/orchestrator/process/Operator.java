package dev.orchestrator.process;

/**
 * Who acts on a process, and why; both are kept with the action.
 *
 * @param reason null when none was given
 */
public record Operator(String name, String reason) {
    public static Operator of(String name) {
        return new Operator(name, null);
    }
}
