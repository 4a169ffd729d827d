package dev.orchestrator.housekeeping;

import dev.orchestrator.housekeeping.Housekeeping.ProductWorkflows;
import dev.orchestrator.product.ProductRepository;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.RegistryCheck;
import dev.orchestrator.subscription.RegistryDifference;
import dev.orchestrator.subscription.SubscriptionRepository;
import dev.orchestrator.workflow.StoredWorkflows;
import dev.orchestrator.workflow.Target;
import dev.orchestrator.workflow.WorkflowCheck;
import dev.orchestrator.workflow.WorkflowDifference;
import dev.orchestrator.workflow.WorkflowDifference.Kind;
import dev.orchestrator.workflow.WorkflowRegistry;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Lays code, catalogue and subscriptions against one another; each check names what does not fit, in words. */
@Singleton
public class ProductChecks {
    private static final Set<Target> WANTED =
            EnumSet.of(Target.CREATE, Target.MODIFY, Target.TERMINATE, Target.VALIDATE);
    private static final String MODIFY_NOTE = "modify_note";
    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 500;
    private static final int MOST = 100;

    private final Housekeeping housekeeping;
    private final StoredWorkflows storedWorkflows;
    private final Provider<WorkflowRegistry> workflows;
    private final ProductRegistry registry;
    private final ProductRepository products;
    private final SubscriptionRepository subscriptions;

    /** The registry of workflows has the task that asks here, so it is asked for late. */
    public ProductChecks(
            Housekeeping housekeeping,
            StoredWorkflows storedWorkflows,
            Provider<WorkflowRegistry> workflows,
            ProductRegistry registry,
            ProductRepository products,
            SubscriptionRepository subscriptions) {
        this.housekeeping = housekeeping;
        this.storedWorkflows = storedWorkflows;
        this.workflows = workflows;
        this.registry = registry;
        this.products = products;
        this.subscriptions = subscriptions;
    }

    List<String> workflowsOnOneSideOnly() {
        return differences(EnumSet.of(Kind.MISSING, Kind.SURPLUS));
    }

    List<String> differingWorkflows() {
        return differences(EnumSet.of(Kind.CHANGED));
    }

    private List<String> differences(Set<Kind> kinds) {
        return WorkflowCheck.differences(workflows.get(), storedWorkflows.all()).stream()
                .filter(difference -> kinds.contains(difference.kind()))
                .map(WorkflowDifference::toString)
                .toList();
    }

    List<String> productsWithoutWorkflow() {
        return names(product -> product.workflows().isEmpty());
    }

    List<String> productsWithoutModifyNote() {
        return names(product -> product.isActive() && !product.workflows().containsKey(MODIFY_NOTE));
    }

    List<String> productsWithoutAllTargets() {
        return names(product -> product.isActive() && !targets(product).containsAll(WANTED));
    }

    List<String> catalogueDifferences() {
        return RegistryCheck.differences(registry, products.catalogue()).stream()
                .filter(RegistryDifference::isFatal)
                .map(RegistryDifference::toString)
                .toList();
    }

    /** Loads each; stops looking after a hundred that can't be loaded. */
    List<String> brokenSubscriptions() {
        List<String> broken = new ArrayList<>();
        List<UUID> page = housekeeping.subscriptions(FIRST, PAGE);
        while (!page.isEmpty() && broken.size() < MOST) {
            page.forEach(subscription -> load(subscription, broken));
            page = housekeeping.subscriptions(page.getLast(), PAGE);
        }
        return broken;
    }

    private void load(UUID subscription, List<String> broken) {
        try {
            subscriptions.load(subscription);
        } catch (RuntimeException failure) {
            broken.add("subscription " + subscription + " can't be loaded: " + failure.getMessage());
        }
    }

    private List<String> names(Predicate<ProductWorkflows> chosen) {
        return housekeeping.products().stream()
                .filter(chosen)
                .map(ProductWorkflows::product)
                .toList();
    }

    private static Set<Target> targets(ProductWorkflows product) {
        Set<Target> targets = EnumSet.noneOf(Target.class);
        product.workflows().forEach((name, target) -> {
            if (!name.equals(MODIFY_NOTE)) {
                targets.add(target);
            }
        });
        return targets;
    }
}
