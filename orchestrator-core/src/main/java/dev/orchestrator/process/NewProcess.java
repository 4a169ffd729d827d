package dev.orchestrator.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.StartContext;
import dev.orchestrator.workflow.Workflow;
import java.time.Instant;
import java.util.UUID;

/**
 * A process about to be written.
 *
 * @param start its first row, with the state it begins with
 * @param input the pages that its starter sent
 * @param changesSubscription the subscription that nobody else may change while this process lives; null for none
 * @param concurrencyKey what it shares with others that must not run beside it; empty for nothing
 * @param parent null for a process that nobody's step has started
 */
public record NewProcess(
        UUID processId,
        String workflowName,
        int workflowVersion,
        boolean isTask,
        String createdBy,
        ProcessStep start,
        JsonNode input,
        UUID changesSubscription,
        String concurrencyKey,
        Parent parent) {

    private static final String SUBSCRIPTION_ID = "subscription_id";

    /** A process that nobody's step has started. */
    public NewProcess(
            UUID processId,
            String workflowName,
            int workflowVersion,
            boolean isTask,
            String createdBy,
            ProcessStep start,
            JsonNode input,
            UUID changesSubscription,
            String concurrencyKey) {
        this(
                processId,
                workflowName,
                workflowVersion,
                isTask,
                createdBy,
                start,
                input,
                changesSubscription,
                concurrencyKey,
                null);
    }

    /** A process of the workflow, with the state that the answers to its form make. */
    static NewProcess of(
            Workflow workflow, StartContext context, ObjectNode answers, JsonNode pages, String reporter, Instant now) {
        UUID processId = RowIds.next();
        State state = State.of("process_id", processId)
                .with("reporter", reporter)
                .with("workflow_name", workflow.name())
                .with("workflow_target", workflow.target())
                .merge(workflow.stateFrom(State.of(answers), context));
        return new NewProcess(
                processId,
                workflow.name(),
                workflow.version(),
                workflow.target().isTask(),
                reporter,
                new ProcessStep(RowIds.next(), "start", "Start", StepStatus.SUCCESS, state, reporter, now, now, 1),
                pages,
                workflow.needsInSync() && state.has(SUBSCRIPTION_ID)
                        ? UUID.fromString(state.text(SUBSCRIPTION_ID))
                        : null,
                workflow.concurrencyKey(state).orElse(""),
                null);
    }

    /** The same, started by a step; its state names the process of that step. */
    NewProcess childOf(Parent step) {
        ProcessStep first = new ProcessStep(
                start.stepId(),
                start.key(),
                start.name(),
                start.status(),
                start.changes().with("parent_process_id", step.processId()),
                start.createdBy(),
                start.startedAt(),
                start.completedAt(),
                start.attempt());
        return new NewProcess(
                processId,
                workflowName,
                workflowVersion,
                isTask,
                createdBy,
                first,
                input,
                changesSubscription,
                concurrencyKey,
                step);
    }
}
