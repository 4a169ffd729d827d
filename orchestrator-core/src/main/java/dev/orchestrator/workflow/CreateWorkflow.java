package dev.orchestrator.workflow;

import dev.orchestrator.form.Form;
import dev.orchestrator.product.Product;
import dev.orchestrator.state.State;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import dev.orchestrator.subscription.SubscriptionModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * A workflow that makes a new subscription: asks for the product, then for what {@link #form} asks.
 *
 * @param <M> the model of the workflow's products
 */
public abstract class CreateWorkflow<M extends SubscriptionModel> implements Workflow {
    /** The customer of a subscription whose form asks for none. */
    static final String DEFAULT_CUSTOMER = "59289a57-70fb-4ff5-9c93-10fe67b12434";

    static final String PRODUCT = "product";
    static final String CUSTOMER_ID = "customer_id";

    /** What to ask once the product is chosen. */
    protected abstract Form form(Product product);

    /** Begins the steps: makes the subscription, and lets {@code initialize} fill it from what the form has brought. */
    protected final Steps<M> create(BiConsumer<M, State> initialize) {
        return begin(Steps.onModel((M model, State state) -> {
            initialize.accept(model, state);
            return State.empty();
        }));
    }

    /** As {@link #create(BiConsumer)}, with the part of the state that the record names. */
    protected final <T extends Record> Steps<M> create(Class<T> input, BiConsumer<M, T> initialize) {
        return begin(Steps.onModel(input, initialize::accept));
    }

    private Steps<M> begin(StepAction initialize) {
        Steps<M> steps = new Steps<>();
        FrameworkSteps.create(steps, initialize);
        return steps;
    }

    @Override
    public final Target target() {
        return Target.CREATE;
    }

    @Override
    public final Set<SubscriptionLifecycle> usableWhen() {
        return Set.of();
    }

    @Override
    public final Form startForm(StartContext start) {
        Map<String, String> choices = new LinkedHashMap<>();
        start.products().forEach(product -> choices.put(product.productId().toString(), product.name()));
        return Form.page(
                        null,
                        fields ->
                                fields.choice(PRODUCT, "ProductChoice", choices).format("productId"))
                .unannounced()
                .then(page -> form(chosen(start, page.get(PRODUCT).asText())));
    }

    @Override
    public final State stateFrom(State answers, StartContext start) {
        return answers.with("product_name", chosen(start, answers.text(PRODUCT)).name());
    }

    private static Product chosen(StartContext start, String productId) {
        UUID id = UUID.fromString(productId);
        return start.products().stream()
                .filter(product -> product.productId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
