package dev.orchestrator.workflow;

import dev.orchestrator.workflow.WorkflowDifference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Lays the registered workflows against the rows in the database, and names everything in which they differ. */
public final class WorkflowCheck {
    /** A workflow of this name validates subscriptions, which SYSTEM is not for. */
    private static final Pattern VALIDATES = Pattern.compile("validate_.+");

    private WorkflowCheck() {}

    /** All differences, by the name of the workflow. */
    public static List<WorkflowDifference> differences(WorkflowRegistry registry, List<StoredWorkflow> stored) {
        Map<String, StoredWorkflow> live = new TreeMap<>();
        stored.stream().filter(row -> !row.deleted()).forEach(row -> live.put(row.name(), row));
        List<WorkflowDifference> differences = new ArrayList<>();
        for (String name : registry.names()) {
            Workflow workflow = registry.get(name);
            checkTarget(workflow, differences);
            StoredWorkflow row = live.remove(name);
            if (row == null) {
                differences.add(new WorkflowDifference(Kind.MISSING, name, "", ""));
            } else {
                compare(workflow, row, differences);
            }
        }
        live.keySet().removeAll(StoredWorkflows.BUILT_IN);
        live.keySet().forEach(name -> differences.add(new WorkflowDifference(Kind.SURPLUS, name, "", "")));
        return differences;
    }

    private static void checkTarget(Workflow workflow, List<WorkflowDifference> differences) {
        if (workflow.target() == Target.SYSTEM
                && VALIDATES.matcher(workflow.name()).matches()) {
            differences.add(new WorkflowDifference(
                    Kind.MISTAKEN,
                    workflow.name(),
                    "is registered with target SYSTEM, which is for work of the system only; let it extend "
                            + ValidateWorkflow.class.getSimpleName() + " for target VALIDATE, then mend its row",
                    mend(workflow.name(), Target.VALIDATE)));
        }
    }

    private static void compare(Workflow workflow, StoredWorkflow row, List<WorkflowDifference> differences) {
        Target target = workflow.target();
        if (!row.target().equals(target.name()) || row.isTask() != target.isTask()) {
            differences.add(new WorkflowDifference(
                    Kind.CHANGED,
                    workflow.name(),
                    "has target %s and is_task %s in the database, but %s and %s in the code"
                            .formatted(row.target(), row.isTask(), target, target.isTask()),
                    mend(workflow.name(), target)));
        } else if (!row.description().equals(workflow.description())
                && !StoredWorkflows.BUILT_IN.contains(workflow.name())) {
            differences.add(new WorkflowDifference(
                    Kind.CHANGED,
                    workflow.name(),
                    "has the description '%s' in the database, but '%s' in the code"
                            .formatted(row.description(), workflow.description()),
                    ""));
        }
    }

    /** Names in code are checked identifiers, so they need no quoting. */
    private static String mend(String workflow, Target target) {
        return "UPDATE workflows SET target = '%s', is_task = %s WHERE name = '%s';"
                .formatted(target, target.isTask(), workflow);
    }
}
