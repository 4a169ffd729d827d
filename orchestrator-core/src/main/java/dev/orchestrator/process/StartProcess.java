package dev.orchestrator.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.form.FormReply;
import dev.orchestrator.product.ProductRepository;
import dev.orchestrator.state.Json;
import dev.orchestrator.subscription.SubscriptionRepository;
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

    private final WorkflowRegistry workflows;
    private final NewProcesses newProcesses;
    private final ProcessRepository processes;
    private final ProductRepository products;
    private final SubscriptionRepository subscriptions;
    private final QueueHints hints;
    private final Clock clock;

    public StartProcess(
            WorkflowRegistry workflows,
            NewProcesses newProcesses,
            ProcessRepository processes,
            ProductRepository products,
            SubscriptionRepository subscriptions,
            QueueHints hints,
            Clock clock) {
        this.workflows = workflows;
        this.newProcesses = newProcesses;
        this.processes = processes;
        this.products = products;
        this.subscriptions = subscriptions;
        this.hints = hints;
        this.clock = clock;
    }

    public Reply start(String workflowName, List<? extends JsonNode> pages, String reporter) {
        Workflow workflow = workflows.get(workflowName);
        StartContext context = new LoadingStartContext(workflow.name(), processes, products, subscriptions);
        workflow.whyNotNow(context).ifPresent(reason -> {
            throw new OrchestratorException(ErrorCode.START_REFUSED, reason);
        });
        FormReply reply = workflow.startForm(context).replay(pages);
        if (reply instanceof FormReply.Complete complete) {
            NewProcess started =
                    NewProcess.of(workflow, context, complete.input(), Json.toTree(pages), reporter, clock.instant());
            newProcesses.insert(List.of(started));
            hints.announce();
            return new Reply.Started(started.processId());
        }
        processes.engineStatus().requireUnlocked("start a process");
        return new Reply.Asks(reply);
    }
}
