package dev.orchestrator.api.rest.process;

import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.listing.Page;
import dev.orchestrator.api.process.ProcessType;
import dev.orchestrator.api.process.Processes;
import dev.orchestrator.api.process.Stacks;
import dev.orchestrator.api.process.StandingForm;
import dev.orchestrator.api.rest.subscription.SubscriptionView;
import dev.orchestrator.api.subscription.Subscriptions;
import dev.orchestrator.process.ProcessQueue;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessTimeline;
import dev.orchestrator.process.ResumeProcess;
import dev.orchestrator.workflow.WorkflowRegistry;
import dev.orchestrator.workflow.WorkflowVersion;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts processes together with what clients want to see around them: one statement for all their subscriptions. */
@Singleton
class ProcessViews {
    private static final int SUBSCRIPTIONS_OF_A_PROCESS = 1_000;

    private static final int CHILDREN = 1_000;

    private final Processes lists;
    private final Subscriptions subscriptions;
    private final ResumeProcess resume;
    private final WorkflowRegistry workflows;
    private final ProcessQueue queue;
    private final Stacks stacks;

    ProcessViews(
            Processes lists,
            Subscriptions subscriptions,
            ResumeProcess resume,
            WorkflowRegistry workflows,
            ProcessQueue queue,
            Stacks stacks) {
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.resume = resume;
        this.workflows = workflows;
        this.queue = queue;
        this.stacks = stacks;
    }

    List<ProcessView> listed(Page<ProcessType> page) {
        List<UUID> ids = page.items().stream().map(ProcessType::processId).toList();
        Map<UUID, List<SubscriptionView>> found = subscriptions(ids);
        Set<WorkflowVersion> running = queue.registered();
        return page.items().stream()
                .map(process -> ProcessView.listed(
                        process,
                        new Surroundings(
                                running,
                                stacks.visible(process.process().traceback()),
                                found.getOrDefault(process.processId(), List.of()))))
                .toList();
    }

    ProcessView detailed(ProcessRecord record) {
        UUID processId = record.process().processId();
        List<StepView> steps = ProcessTimeline.of(
                        record, workflows.steps(record.process().workflow()))
                .stream()
                .map(StepView::of)
                .toList();
        return ProcessView.detailed(
                record,
                new Surroundings(
                        queue.registered(),
                        stacks.visible(record.process().traceback()),
                        subscriptions(List.of(processId)).getOrDefault(processId, List.of())),
                children(processId),
                steps,
                StandingForm.of(resume, record).orElse(null));
    }

    private List<ChildView> children(UUID processId) {
        return lists
                .children(List.of(processId), ListRequest.page(0, CHILDREN))
                .await()
                .indefinitely()
                .values()
                .stream()
                .flatMap(page -> page.items().stream())
                .sorted(Comparator.comparing(ProcessType::startedAt).thenComparing(ProcessViews::item))
                .map(ChildView::of)
                .toList();
    }

    private static int item(ProcessType child) {
        return child.process().parent().item();
    }

    private Map<UUID, List<SubscriptionView>> subscriptions(Collection<UUID> processes) {
        return subscriptions
                .ofProcesses(processes, ListRequest.page(0, SUBSCRIPTIONS_OF_A_PROCESS))
                .map(pages -> pages.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().items().stream()
                                        .map(SubscriptionView::ofProcess)
                                        .toList())))
                .await()
                .indefinitely();
    }
}
