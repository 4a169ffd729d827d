package dev.orchestrator.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.form.FormReply;
import dev.orchestrator.product.ProductRepository;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.subscription.SubscriptionRepository;
import dev.orchestrator.workflow.StartContext;
import dev.orchestrator.workflow.Workflow;
import dev.orchestrator.workflow.WorkflowRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
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
    private final ProcessRepository processes;
    private final ProductRepository products;
    private final SubscriptionRepository subscriptions;
    private final QueueHints hints;
    private final Clock clock;

    public StartProcess(
            WorkflowRegistry workflows,
            ProcessRepository processes,
            ProductRepository products,
            SubscriptionRepository subscriptions,
            QueueHints hints,
            Clock clock) {
        this.workflows = workflows;
        this.processes = processes;
        this.products = products;
        this.subscriptions = subscriptions;
        this.hints = hints;
        this.clock = clock;
    }

    public Reply start(String workflowName, List<? extends JsonNode> pages, String reporter) {
        Workflow workflow = workflows.get(workflowName);
        processes.engineStatus().requireUnlocked("start a process");
        StartContext context = new LoadingStartContext(workflow.name(), processes, products, subscriptions);
        workflow.whyNotNow(context).ifPresent(reason -> {
            throw new OrchestratorException(ErrorCode.START_REFUSED, reason);
        });
        FormReply reply = workflow.startForm(context).replay(pages);
        return reply instanceof FormReply.Complete complete
                ? new Reply.Started(write(workflow, context, complete.input(), pages, reporter))
                : new Reply.Asks(reply);
    }

    private UUID write(
            Workflow workflow,
            StartContext context,
            ObjectNode input,
            List<? extends JsonNode> pages,
            String reporter) {
        UUID processId = UUID.randomUUID();
        Instant now = clock.instant();
        State state = State.of("process_id", processId)
                .with("reporter", reporter)
                .with("workflow_name", workflow.name())
                .with("workflow_target", workflow.target())
                .merge(workflow.stateFrom(State.of(input), context));
        processes.insert(new NewProcess(
                processId,
                workflow.name(),
                workflow.version(),
                workflow.target().isTask(),
                reporter,
                new ProcessStep(UUID.randomUUID(), "start", "Start", StepStatus.SUCCESS, state, reporter, now, now, 1),
                Json.toTree(pages)));
        hints.announce();
        return processId;
    }
}
