package dev.orchestrator.workflow;

import java.util.Set;

/**
 * A workflow as the database has it.
 *
 * @param target as text: another program may have written what {@link Target} does not have
 * @param productTags of the products that it is for
 * @param deleted whether it is only kept for the processes that ran it
 */
public record StoredWorkflow(
        String name, String target, boolean isTask, String description, Set<String> productTags, boolean deleted) {

    /** Whether it is about the system and no subscription, as the commands for tasks see it. */
    public boolean isSystemTask() {
        return target.equals(Target.SYSTEM.name());
    }
}
