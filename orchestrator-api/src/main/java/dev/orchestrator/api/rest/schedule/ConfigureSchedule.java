package dev.orchestrator.api.rest.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.workflow.Workflow;
import dev.orchestrator.api.workflow.Workflows;
import dev.orchestrator.form.Form;
import dev.orchestrator.form.FormReply;
import dev.orchestrator.process.StartContexts;
import dev.orchestrator.state.Json;
import dev.orchestrator.workflow.WorkflowRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The form {@code configure_schedule}: which workflow, the pages of its own form, then when. What comes of it is the body that
 * creates the schedule; nothing is written here.
 */
@Singleton
class ConfigureSchedule {
    /** What the asker gets: the schedule, or what the form still has to say. */
    sealed interface Reply {
        record Configured(ObjectNode schedule) implements Reply {}

        record Asks(FormReply form) implements Reply {}
    }

    private static final int MOST = 1_000;

    private final Workflows stored;
    private final WorkflowRegistry workflows;
    private final StartContexts contexts;
    private final Clock clock;

    ConfigureSchedule(Workflows stored, WorkflowRegistry workflows, StartContexts contexts, Clock clock) {
        this.stored = stored;
        this.workflows = workflows;
        this.contexts = contexts;
        this.clock = clock;
    }

    Reply answer(List<ObjectNode> pages) {
        Map<String, Workflow> known = known();
        FormReply first = choice(known).replay(pages.stream().limit(1).toList());
        if (!(first instanceof FormReply.Complete chosen)) {
            return new Reply.Asks(first);
        }
        Workflow task = known.get(chosen.input().get(WhenForm.TASK).asText());
        return ofWorkflow(task, pages.subList(1, pages.size()));
    }

    private Reply ofWorkflow(Workflow task, List<ObjectNode> pages) {
        Form asks = workflows.get(task.name()).startForm(contexts.of(workflows.get(task.name())));
        if (asksNothing(asks)) {
            return when(task, List.of(Json.object()), pages);
        }
        return switch (asks.replay(pages)) {
            // Whatever the workflow announces, the pages that ask when are still to come.
            case FormReply.NextPage next -> new Reply.Asks(new FormReply.NextPage(next.schema(), true));
            case FormReply.Invalid invalid -> new Reply.Asks(invalid);
            case FormReply.Complete ignored -> when(task, pages, List.of());
            case FormReply.Overflow more -> {
                int own = pages.size() - more.remaining();
                yield when(task, pages.subList(0, own), pages.subList(own, pages.size()));
            }
        };
    }

    private Reply when(Workflow task, List<ObjectNode> own, List<ObjectNode> pages) {
        FormReply reply = WhenForm.of(task.name(), label(task), clock.instant()).replay(pages);
        if (!(reply instanceof FormReply.Complete complete)) {
            return new Reply.Asks(reply);
        }
        ObjectNode schedule = Json.object()
                .put("scheduled_type", "create")
                .put("workflow_id", task.workflowId().toString())
                .put("workflow_name", task.name())
                .put("name", label(task));
        schedule.setAll(WhenForm.trigger(complete.input()));
        schedule.set("user_inputs", Json.toTree(own));
        return new Reply.Configured(schedule);
    }

    private static Form choice(Map<String, Workflow> known) {
        Map<String, String> options = new LinkedHashMap<>();
        known.forEach((name, task) -> options.put(name, label(task)));
        return Form.page(WhenForm.TITLE, fields -> fields.choice(WhenForm.TASK, WhenForm.TASKS, options));
    }

    /** Those that this program can start. */
    private Map<String, Workflow> known() {
        Map<String, Workflow> known = new LinkedHashMap<>();
        stored.workflows(ListRequest.page(0, MOST)).await().indefinitely().items().stream()
                .sorted(Comparator.comparing(Workflow::name))
                .filter(workflow -> workflows.find(workflow.name()).isPresent())
                .forEach(workflow -> known.put(workflow.name(), workflow));
        return known;
    }

    private static String label(Workflow task) {
        return Objects.requireNonNullElse(task.description(), task.name());
    }

    /** A workflow that asks nothing has an empty page, which only keeps asking for the form from starting it. */
    private static boolean asksNothing(Form form) {
        return form.replay(List.of()) instanceof FormReply.NextPage page
                && page.schema().path("properties").isEmpty()
                && form.replay(List.of(Json.object())) instanceof FormReply.Complete;
    }
}
