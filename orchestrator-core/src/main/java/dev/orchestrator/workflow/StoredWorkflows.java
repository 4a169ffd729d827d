package dev.orchestrator.workflow;

import java.util.List;
import java.util.Set;

/** The workflows that the database knows; nothing is cached. Calls block. */
public interface StoredWorkflows {
    /** Those that come with the schema, whether a program has code for them or not. */
    Set<String> BUILT_IN = Set.of(
            "modify_note",
            "task_archive_processes",
            "task_clean_up_tasks",
            "task_resume_workflows",
            "task_validate_products",
            "task_validate_product_type",
            "task_validate_subscriptions",
            "task_validate_awaiting_callbacks");

    /** By name, deleted ones included. */
    List<StoredWorkflow> all();
}
