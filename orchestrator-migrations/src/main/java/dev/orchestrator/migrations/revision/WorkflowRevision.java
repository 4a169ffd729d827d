package dev.orchestrator.migrations.revision;

import dev.orchestrator.product.Product;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.workflow.StoredWorkflow;
import dev.orchestrator.workflow.Target;
import dev.orchestrator.workflow.Workflow;
import dev.orchestrator.workflow.WorkflowCheck;
import dev.orchestrator.workflow.WorkflowDifference;
import dev.orchestrator.workflow.WorkflowRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The changes that bring the workflows in the database to those that are registered; workflows and system tasks apart. */
public final class WorkflowRevision {
    private static final int LONGEST_TAGS = 10_000;

    private final WorkflowRegistry workflows;
    private final ProductRegistry products;
    private final Map<String, StoredWorkflow> stored;
    private final List<WorkflowDifference> differences;
    private final Map<String, String> tags;

    /**
     * Compares.
     *
     * @param stored the workflows in the database
     * @param catalogue the products in the database, whose tags say which workflows are for which products
     */
    public WorkflowRevision(
            WorkflowRegistry workflows,
            ProductRegistry products,
            List<StoredWorkflow> stored,
            List<Product> catalogue) {
        this.workflows = workflows;
        this.products = products;
        this.stored = stored.stream().collect(Collectors.toMap(StoredWorkflow::name, Function.identity()));
        this.differences = WorkflowCheck.differences(workflows, stored);
        this.tags = catalogue.stream().collect(Collectors.toMap(Product::name, Product::tag));
    }

    /** In words, what of the products that workflows are for differs. */
    public List<String> productDifferences() {
        return workflows.names().stream()
                .filter(stored::containsKey)
                .flatMap(name -> wantedTags(name).stream()
                        .filter(wanted -> !wanted.equals(stored.get(name).productTags()))
                        .map(wanted ->
                                "workflow %s is for the products with tags %s in the database, but for %s in the code"
                                        .formatted(name, stored.get(name).productTags(), wanted)))
                .toList();
    }

    /**
     * The changes of all workflows but the system's tasks, or of those.
     *
     * @param systemTasks which of the two
     */
    public List<Change> changes(boolean systemTasks, Answers answers, AnswersFile inputs) {
        Set<String> subjects = new TreeSet<>(workflows.names());
        subjects.addAll(stored.keySet());
        inputs.requireSubjects(subjects);
        Draft draft = new Draft();
        differences.stream()
                .filter(difference -> isSystemTask(difference.workflow()) == systemTasks)
                .forEach(difference -> change(difference, draft));
        workflows.names().stream()
                .filter(name -> isSystemTask(name) == systemTasks)
                .forEach(name -> link(name, draft));
        return draft.changes(answers);
    }

    private boolean isSystemTask(String name) {
        return workflows
                .find(name)
                .map(workflow -> workflow.target() == Target.SYSTEM)
                .orElseGet(() -> stored.get(name).isSystemTask());
    }

    private boolean isNew(String name) {
        return !stored.containsKey(name);
    }

    private void change(WorkflowDifference difference, Draft draft) {
        String name = difference.workflow();
        switch (difference.kind()) {
            case MISSING -> create(workflows.get(name), draft);
            case CHANGED ->
                draft.add(new Change(
                        Section.CHANGE_WORKFLOWS,
                        call("change_workflow", workflows.get(name)),
                        undo(stored.get(name))));
            case SURPLUS ->
                draft.add(new Change(
                        Section.REMOVE_WORKFLOWS,
                        FunctionCall.of("remove_workflow", name),
                        FunctionCall.of("restore_workflow", name)));
            // A mistake in the code has to be mended there.
            case MISTAKEN -> {}
        }
    }

    private void create(Workflow workflow, Draft draft) {
        String name = workflow.name();
        draft.add(new Change(
                Section.CREATE_WORKFLOWS, call("create_workflow", workflow), FunctionCall.of("delete_workflow", name)));
        if (workflow.target() != Target.SYSTEM && wantedTags(name).isEmpty()) {
            askForTags(name, draft);
        }
    }

    private void askForTags(String name, Draft draft) {
        Question question = new Question(
                Section.LINK_WORKFLOWS,
                "",
                "Supply the tags of the products that workflow " + name + " is for, with commas between them:",
                name,
                "tags",
                this::whyNotTags);
        draft.add(
                List.of(question),
                answers -> links(
                        name, "add_workflow_to_products", "take_workflow_from_products", split(answers.get(question))));
    }

    private Optional<String> whyNotTags(String answer) {
        Set<String> unknown = split(answer);
        unknown.removeAll(tags.values());
        if (answer.length() > LONGEST_TAGS || split(answer).isEmpty()) {
            return Optional.of("at least one tag is needed; there are " + new TreeSet<>(tags.values()));
        }
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("no product has the tags " + unknown + "; there are " + new TreeSet<>(tags.values()));
    }

    private static Set<String> split(String answer) {
        return Arrays.stream(answer.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void link(String name, Draft draft) {
        Set<String> found = isNew(name) ? Set.of() : stored.get(name).productTags();
        wantedTags(name).ifPresent(wanted -> {
            Set<String> added = new TreeSet<>(wanted);
            added.removeAll(found);
            if (!added.isEmpty()) {
                draft.add(links(name, "add_workflow_to_products", "take_workflow_from_products", added));
            }
            Set<String> taken = new TreeSet<>(found);
            taken.removeAll(wanted);
            if (!taken.isEmpty()) {
                draft.add(links(name, "take_workflow_from_products", "add_workflow_to_products", taken));
            }
        });
    }

    private static Change links(String name, String upgrade, String undo, Set<String> tags) {
        List<String> arguments = new ArrayList<>(List.of(name));
        arguments.addAll(tags);
        return new Change(
                Section.LINK_WORKFLOWS,
                FunctionCall.of(upgrade, arguments.toArray()),
                FunctionCall.of(undo, arguments.toArray()));
    }

    /** The tags of the products whose subscriptions the workflow's class is for; empty when the class does not say. */
    private Optional<Set<String>> wantedTags(String name) {
        Optional<Class<? extends SubscriptionModel>> model =
                workflows.find(name).flatMap(workflow -> WorkflowModel.of(workflow.getClass()));
        return model.map(products::productsOf)
                .map(names -> names.stream()
                        .map(tags::get)
                        .filter(java.util.Objects::nonNull)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String call(String function, Workflow workflow) {
        return FunctionCall.of(
                function, workflow.name(), workflow.target(), workflow.target().isTask(), workflow.description());
    }

    private static String undo(StoredWorkflow row) {
        return FunctionCall.of("change_workflow", row.name(), row.target(), row.isTask(), row.description());
    }
}
