package dev.orchestrator.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.form.FormReply;
import dev.orchestrator.state.Json;
import dev.orchestrator.workflow.StartContext;
import dev.orchestrator.workflow.Workflow;
import dev.orchestrator.workflow.WorkflowRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Starts a process of a workflow, once all pages of its form have been answered.
 *
 * <p>The client sends all pages so far each time; until they are complete nothing is written.
 */
@Singleton
public class StartProcess {
    /** What the asker gets: the process, or what the form still has to say. */
    public sealed interface Reply {
        record Started(UUID processId) implements Reply {}

        record Asks(FormReply form) implements Reply {}
    }

    /** A start that is thought through but not written, for whoever writes it in a transaction of their own. */
    public sealed interface Preparation {
        record Ready(NewProcess process) implements Preparation {}

        record Asks(FormReply form) implements Preparation {}
    }

    private final WorkflowRegistry workflows;
    private final Permissions permissions;
    private final StartContexts contexts;
    private final NewProcesses newProcesses;
    private final ProcessRepository processes;
    private final Clock clock;

    public StartProcess(
            WorkflowRegistry workflows,
            StartContexts contexts,
            NewProcesses newProcesses,
            ProcessRepository processes,
            Clock clock) {
        this.workflows = workflows;
        this.permissions = new Permissions(workflows);
        this.contexts = contexts;
        this.newProcesses = newProcesses;
        this.processes = processes;
        this.clock = clock;
    }

    public Reply start(String workflowName, List<? extends JsonNode> pages, Operator operator) {
        permissions.requireStart(workflows.get(workflowName).name(), operator);
        return switch (prepare(workflowName, pages, operator.name())) {
            case Preparation.Ready ready -> {
                newProcesses.insert(List.of(ready.process()));
                yield new Reply.Started(ready.process().processId());
            }
            case Preparation.Asks asks -> {
                processes.engineStatus().requireUnlocked("start a process");
                yield new Reply.Asks(asks.form());
            }
        };
    }

    /** All of a start but the writing, for the system itself, which may start everything. */
    public Preparation prepare(String workflowName, List<? extends JsonNode> pages, String reporter) {
        Workflow workflow = workflows.get(workflowName);
        StartContext context = contexts.of(workflow);
        workflow.whyNotNow(context).ifPresent(reason -> {
            throw new OrchestratorException(ErrorCode.START_REFUSED, reason);
        });
        FormReply reply = workflow.startForm(context).replay(pages);
        return reply instanceof FormReply.Complete complete
                ? new Preparation.Ready(NewProcess.of(
                        workflow, context, complete.input(), Json.toTree(pages), reporter, clock.instant()))
                : new Preparation.Asks(reply);
    }

    /** Refuses pages that would not start the workflow, whether or not it can be started just now. */
    public void requireComplete(String workflowName, List<? extends JsonNode> pages) {
        Workflow workflow = workflows.get(workflowName);
        String problem = switch (workflow.startForm(contexts.of(workflow)).replay(pages)) {
            case FormReply.Complete ignored -> null;
            case FormReply.NextPage next -> next.detail();
            case FormReply.Invalid invalid -> invalid.detail() + " " + invalid.errors();
            case FormReply.Overflow overflow -> overflow.detail();
        };
        if (problem != null) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT,
                    "The inputs don't answer the form of workflow '" + workflowName + "': " + problem);
        }
    }
}
