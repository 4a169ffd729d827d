package dev.orchestrator.workflow;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The workflows that this program has, by name and version; all beans of type {@link Workflow}. Step lists are made once, and
 * so checked, here.
 *
 * <p>What is asked by name alone is about new processes, and answered by the version that these take: the one set as default,
 * else the newest. What is about a process that lives is asked by its {@link WorkflowVersion}.
 */
@Singleton
public class WorkflowRegistry {
    private final NavigableMap<String, NavigableMap<Integer, Registered>> workflows = new TreeMap<>();
    private final DefaultVersions defaults;

    /** A workflow with its step list. */
    private record Registered(Workflow workflow, StepList steps) {}

    @Inject
    public WorkflowRegistry(
            @Any Instance<Workflow> workflows,
            @ConfigProperty(name = DefaultVersions.SETTING) Optional<List<String>> defaultVersions) {
        this(
                workflows.stream().toList(),
                defaultVersions.map(DefaultVersions::parse).orElseGet(DefaultVersions::none));
    }

    public WorkflowRegistry(List<? extends Workflow> workflows) {
        this(workflows, DefaultVersions.none());
    }

    public WorkflowRegistry(List<? extends Workflow> workflows, DefaultVersions defaults) {
        this.defaults = defaults;
        workflows.forEach(this::register);
        this.workflows.forEach(this::requireDefault);
    }

    private void register(Workflow workflow) {
        Registered earlier = workflows
                .computeIfAbsent(workflow.name(), name -> new TreeMap<>())
                .put(workflow.version(), new Registered(workflow, stepsOf(workflow)));
        if (earlier != null) {
            throw new IllegalArgumentException("Two workflows are " + workflow.identity()
                    + "; give one of them another version(), another class name, or override name()");
        }
    }

    private void requireDefault(String name, NavigableMap<Integer, Registered> versions) {
        defaults.of(name).filter(wanted -> !versions.containsKey(wanted)).ifPresent(wanted -> {
            throw new IllegalArgumentException(DefaultVersions.SETTING + " sets " + new WorkflowVersion(name, wanted)
                    + " for new processes, but this program has versions " + versions.keySet()
                    + " of it. Bring that version back, or change the setting");
        });
    }

    public Collection<String> names() {
        return workflows.keySet();
    }

    /** All versions of all workflows. */
    public List<Workflow> all() {
        return workflows.values().stream()
                .flatMap(versions -> versions.values().stream())
                .map(Registered::workflow)
                .toList();
    }

    /** All versions of all workflows, by what they are called. */
    public List<WorkflowVersion> versions() {
        return all().stream().map(Workflow::identity).toList();
    }

    /** The workflow that new processes take. */
    public Optional<Workflow> find(String name) {
        return forNew(name).map(Registered::workflow);
    }

    /** The workflow that new processes take, or a refusal that says it is unknown. */
    public Workflow get(String name) {
        return find(name)
                .orElseThrow(() -> new OrchestratorException(
                        ErrorCode.UNKNOWN_WORKFLOW, "Workflow '" + name + "' does not exist"));
    }

    /** The steps that new processes take. */
    public Optional<StepList> steps(String name) {
        return forNew(name).map(Registered::steps);
    }

    /** The steps of a process that was started on this version. */
    public Optional<StepList> steps(WorkflowVersion version) {
        return Optional.ofNullable(versions(version.name()).get(version.number()))
                .map(Registered::steps);
    }

    /** What this program lacks of a version, for a person to read. */
    public String whyMissing(WorkflowVersion version) {
        Set<Integer> known = versions(version.name()).keySet();
        return known.isEmpty()
                ? "this program has no workflow '" + version.name() + "'"
                : "this program has " + (known.size() == 1 ? "version " : "versions ")
                        + String.join(", ", known.stream().map(String::valueOf).toList()) + " of workflow '"
                        + version.name() + "', but not version " + version.number();
    }

    private Optional<Registered> forNew(String name) {
        NavigableMap<Integer, Registered> versions = versions(name);
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(versions.get(defaults.of(name).orElseGet(versions::lastKey)));
    }

    private NavigableMap<Integer, Registered> versions(String name) {
        return workflows.getOrDefault(name, new TreeMap<>());
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
