package dev.orchestrator.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;
import dev.orchestrator.workflow.StartContext;
import dev.orchestrator.workflow.Workflow;
import dev.orchestrator.workflow.WorkflowRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Starts many processes of one workflow at once, for programs that know the answers: the form is not replayed.
 *
 * <p>All of them start or none does. Some thousands in one call are quickest.
 */
@Singleton
public class StartProcesses {
    private final WorkflowRegistry workflows;
    private final StartContexts contexts;
    private final NewProcesses newProcesses;
    private final Clock clock;

    public StartProcesses(WorkflowRegistry workflows, StartContexts contexts, NewProcesses newProcesses, Clock clock) {
        this.workflows = workflows;
        this.contexts = contexts;
        this.newProcesses = newProcesses;
        this.clock = clock;
    }

    /** One process for each of the answers, in their order. */
    public List<UUID> start(String workflowName, List<ObjectNode> answers, String reporter) {
        Workflow workflow = workflows.get(workflowName);
        StartContext context = contexts.of(workflow);
        List<NewProcess> started = new ArrayList<>(answers.size());
        for (ObjectNode answer : answers) {
            started.add(NewProcess.of(
                    workflow, context, answer, Json.mapper().createArrayNode().add(answer), reporter, clock.instant()));
        }
        newProcesses.insert(started);
        return started.stream().map(NewProcess::processId).toList();
    }
}
