package dev.orchestrator.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.form.Form;
import dev.orchestrator.product.Product;
import dev.orchestrator.subscription.SubscriptionModel;
import java.util.Optional;
import java.util.UUID;

/**
 * What workflows on an existing subscription have in common: the first page, which names the subscription and, if the client
 * wants to be sure that it saw the newest, its version.
 *
 * @param <M> the model of the workflow's products
 */
public abstract class SubscriptionWorkflow<M extends SubscriptionModel> implements Workflow {
    static final String SUBSCRIPTION_ID = "subscription_id";
    private static final String VERSION = "version";

    /** What to ask once the subscription is known; by default nothing more. */
    protected Form form(M subscription) {
        return Form.end();
    }

    @Override
    public final Form startForm(StartContext start) {
        return Form.page(null, fields -> {
                    fields.uuid(SUBSCRIPTION_ID);
                    fields.integer(VERSION).optional();
                })
                .unannounced()
                .check(SUBSCRIPTION_ID, page -> whyNotOn(start, page))
                .check(page -> staleness(start, page))
                .then(page -> form(subscription(start, page).orElseThrow()));
    }

    /** Begins the steps of a workflow that leaves the subscription in sync: links the process to it. */
    final Steps<M> linkedSteps() {
        Steps<M> steps = new Steps<>();
        FrameworkSteps.link(steps);
        return steps;
    }

    /** Begins the steps of a workflow that changes the subscription: links the process to it and sets it out of sync. */
    final Steps<M> lockedSteps() {
        Steps<M> steps = linkedSteps();
        FrameworkSteps.lock(steps);
        return steps;
    }

    /** The workflow's products decide the class, and {@link #whyNotOn} refuses a subscription to another product. */
    @SuppressWarnings("unchecked")
    private Optional<M> subscription(StartContext start, ObjectNode page) {
        return start.subscription(UUID.fromString(page.get(SUBSCRIPTION_ID).asText()))
                .map(model -> (M) model);
    }

    private Optional<String> whyNotOn(StartContext start, ObjectNode page) {
        Optional<M> found = subscription(start, page);
        if (found.isEmpty()) {
            return Optional.of("Subscription " + page.get(SUBSCRIPTION_ID).asText() + " does not exist");
        }
        M model = found.get();
        if (start.products().stream()
                .map(Product::productId)
                .noneMatch(model.product().productId()::equals)) {
            return Optional.of("This workflow is not for subscriptions to "
                    + model.product().name());
        }
        if (!usableWhen().contains(model.status())) {
            return Optional.of("This workflow cannot be started: the subscription is "
                    + model.status().wireName() + ", it has to be one of "
                    + usableWhen().stream().map(status -> status.wireName()).toList());
        }
        if (needsInSync() && !model.insync()) {
            return Optional.of("This workflow cannot be started: the subscription is not in sync");
        }
        return Optional.empty();
    }

    private Optional<String> staleness(StartContext start, ObjectNode page) {
        JsonNode given = page.path(VERSION);
        return subscription(start, page)
                .filter(model -> given.isInt() || given.isLong())
                .filter(model -> given.asLong() != model.version())
                .map(model -> "Stale data: given version (" + given.asLong() + ") does not match the current version ("
                        + model.version() + ")");
    }
}
