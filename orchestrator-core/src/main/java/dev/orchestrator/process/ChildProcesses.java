package dev.orchestrator.process;

import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.ChildFailure;
import dev.orchestrator.workflow.Children;
import dev.orchestrator.workflow.StartContext;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepResult;
import dev.orchestrator.workflow.Workflow;
import dev.orchestrator.workflow.WorkflowRegistry;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Starts the children of a for-each step and finds out what has become of them.
 *
 * <p>They are started in the transaction in which their parent begins to wait, so each is started once. The last one that comes to
 * rest wakes the parent in its own final transaction; a lock on the parent keeps two last ones from missing one another.
 */
@Singleton
public class ChildProcesses {
    private final WorkflowRegistry workflows;
    private final StartContexts contexts;
    private final NewProcesses newProcesses;
    private final ChildRepository children;
    private final Clock clock;

    public ChildProcesses(
            WorkflowRegistry workflows,
            StartContexts contexts,
            NewProcesses newProcesses,
            ChildRepository children,
            Clock clock) {
        this.workflows = workflows;
        this.contexts = contexts;
        this.newProcesses = newProcesses;
        this.children = children;
        this.clock = clock;
    }

    /**
     * Makes the children of a step, one for each input; writes nothing.
     *
     * @param stepRun see {@link Parent}
     */
    public List<NewProcess> prepare(Children declared, Process parent, String stepRun, List<State> inputs) {
        Workflow workflow = workflows.get(declared.workflow());
        StartContext context = contexts.of(workflow);
        List<NewProcess> prepared = new ArrayList<>(inputs.size());
        for (State input : inputs) {
            NewProcess child = NewProcess.of(
                    workflow,
                    context,
                    input.toJson(),
                    Json.mapper().createArrayNode().add(input.toJson()),
                    parent.createdBy(),
                    clock.instant());
            prepared.add(child.childOf(new Parent(parent.processId(), stepRun, prepared.size())));
        }
        return prepared;
    }

    /**
     * Starts the children if the step has none, retries those that failed if a person retries the step, and tells how they stand.
     *
     * @param isRetried whether the step has failed before because children of it had
     */
    public StepResult look(
            SqlClient transaction, Children declared, Parent step, List<NewProcess> prepared, boolean isRetried) {
        if (children.count(transaction, step.processId(), step.stepRun()).all() == 0 && !prepared.isEmpty()) {
            newProcesses.insert(transaction, prepared);
        } else if (isRetried) {
            children.retryFailed(transaction, step.processId(), step.stepRun());
        }
        return standing(transaction, declared, step);
    }

    /** How the children stand; changes nothing. */
    public StepResult standing(SqlClient transaction, Children declared, Parent step) {
        ChildRepository.Count count = children.count(transaction, step.processId(), step.stepRun());
        boolean isHeldUp = count.failed() > 0 && declared.whenOneFails() == ChildFailure.WAIT;
        if (count.atWork() > 0 || isHeldUp) {
            return new StepResult.AwaitingChildren(List.of());
        }
        List<Child> ended = children.children(transaction, step.processId(), step.stepRun());
        return count.failed() > 0 && declared.whenOneFails() == ChildFailure.FAIL
                ? new StepResult.Failed(StepFailure.failed(failures(ended)))
                : StepResult.success(results(declared, ended));
    }

    private static String failures(List<Child> ended) {
        List<UUID> failed = ended.stream()
                .filter(child -> child.status().isFailure())
                .map(Child::processId)
                .toList();
        return failed.size() + " of " + ended.size() + " children failed: "
                + failed.stream().limit(10).toList() + (failed.size() > 10 ? " and more" : "")
                + ". Retry this step to retry them, or abort them to go on without";
    }

    private static State results(Children declared, List<Child> ended) {
        return declared.resultKey()
                .map(key -> State.of(
                        key,
                        ended.stream()
                                .map(child -> result(declared, child).toJson())
                                .toList()))
                .orElse(State.empty());
    }

    private static State result(Children declared, Child child) {
        State result = State.of("process_id", child.processId())
                .with("status", child.status().wireName());
        return child.status() == ProcessStatus.COMPLETED
                ? result.with("result", declared.result().apply(child.state()))
                : result;
    }
}
