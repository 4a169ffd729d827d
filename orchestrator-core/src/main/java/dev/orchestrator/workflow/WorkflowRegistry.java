package dev.orchestrator.workflow;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The workflows that this program has, by name; all beans of type {@link Workflow}. Step lists are made once, and so checked, here. */
@Singleton
public class WorkflowRegistry {
    private final Map<String, Registered> workflows = new TreeMap<>();

    /** A workflow with its step list. */
    private record Registered(Workflow workflow, StepList steps) {}

    @Inject
    public WorkflowRegistry(@Any Instance<Workflow> workflows) {
        this(workflows.stream().toList());
    }

    public WorkflowRegistry(List<? extends Workflow> workflows) {
        for (Workflow workflow : workflows) {
            Registered earlier = this.workflows.put(workflow.name(), new Registered(workflow, stepsOf(workflow)));
            if (earlier != null) {
                throw new IllegalArgumentException("Two workflows are named '" + workflow.name()
                        + "'; give one of them another class name or override name()");
            }
        }
    }

    public Collection<String> names() {
        return workflows.keySet();
    }

    public List<Workflow> all() {
        return workflows.values().stream().map(Registered::workflow).toList();
    }

    public Optional<Workflow> find(String name) {
        return Optional.ofNullable(workflows.get(name)).map(Registered::workflow);
    }

    /** The workflow of this name, or a refusal that says it is unknown. */
    public Workflow get(String name) {
        return find(name)
                .orElseThrow(() -> new OrchestratorException(
                        ErrorCode.UNKNOWN_WORKFLOW, "Workflow '" + name + "' does not exist"));
    }

    public Optional<StepList> steps(String name) {
        return Optional.ofNullable(workflows.get(name)).map(Registered::steps);
    }

    private static StepList stepsOf(Workflow workflow) {
        try {
            return workflow.steps();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "Workflow '" + workflow.name() + "' can't be used: " + e.getMessage(), e);
        }
    }
}
