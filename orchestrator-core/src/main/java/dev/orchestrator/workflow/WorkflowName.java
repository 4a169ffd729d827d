package dev.orchestrator.workflow;

import java.util.Locale;

/** The wire name that a workflow's class gives it, and what people read for it. */
final class WorkflowName {
    private WorkflowName() {}

    /** {@code CreateUserGroup} becomes {@code create_user_group}; what a container adds to the class name is left away. */
    static String of(Class<?> workflow) {
        String name = workflow.getSimpleName();
        int generated = name.indexOf('_');
        String own = generated > 0 ? name.substring(0, generated) : name;
        return own.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** {@code create_user_group} becomes {@code Create user group}; a task is not called one again. */
    static String inWords(String name) {
        String words = name.replaceFirst("^task_", "").replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
