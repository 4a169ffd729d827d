package dev.orchestrator.worker;

import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.product.ProductRepository;
import dev.orchestrator.state.State;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.subscription.SubscriptionRepository;
import dev.orchestrator.workflow.StepContext;
import dev.orchestrator.workflow.StepFailure;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** A step while it runs: what it may ask, and the database work that it leaves for its checkpoint. */
final class RunningStep implements StepContext {
    private static final String SUBSCRIPTION_ID = "subscription_id";
    private static final String SUBSCRIPTION = "subscription";

    private final ProcessRecord record;
    private final String key;
    private final int attempt;
    private final Repositories repositories;
    private final Instant startedAt;
    private final State state;
    private final List<Consumer<SqlClient>> work = new ArrayList<>();
    private SubscriptionModel subscription;

    RunningStep(Turn turn, int attempt, Repositories repositories, Instant startedAt) {
        this.record = turn.record();
        this.key = turn.key();
        this.attempt = attempt;
        this.repositories = repositories;
        this.startedAt = startedAt;
        this.state = turn.state();
    }

    @Override
    public UUID processId() {
        return record.process().processId();
    }

    @Override
    public String reporter() {
        return record.process().createdBy();
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public String idempotencyKey() {
        return record.idempotencyKey(key);
    }

    @Override
    public Instant now() {
        return startedAt;
    }

    @Override
    public ProductRepository products() {
        return repositories.products();
    }

    @Override
    public SubscriptionRepository subscriptions() {
        return repositories.subscriptions();
    }

    @Override
    public SubscriptionModel subscription() {
        if (subscription == null) {
            if (!state.has(SUBSCRIPTION_ID)) {
                throw StepFailure.failed(
                        "This process has no subscription: the state has no '" + SUBSCRIPTION_ID + "'");
            }
            subscription = subscriptions().load(UUID.fromString(state.text(SUBSCRIPTION_ID)));
        }
        return subscription;
    }

    @Override
    public void subscription(SubscriptionModel created) {
        subscription = created;
    }

    @Override
    public void link() {
        UUID subscriptionId = UUID.fromString(state.text(SUBSCRIPTION_ID));
        withCheckpoint(client -> repositories.processes().link(client, record.process(), subscriptionId));
    }

    @Override
    public void withCheckpoint(Consumer<SqlClient> more) {
        work.add(more);
    }

    Instant startedAt() {
        return startedAt;
    }

    /** The work to commit with the record; a changed model is saved before the rest, which may refer to it. */
    List<Consumer<SqlClient>> work() {
        List<Consumer<SqlClient>> all = new ArrayList<>();
        if (isModelChanged()) {
            all.add(client -> subscriptions().within(client).save(subscription));
        }
        all.addAll(work);
        return all;
    }

    boolean hasWork() {
        return !work.isEmpty() || isModelChanged();
    }

    boolean isModelChanged() {
        return subscription != null && subscription.isChanged();
    }

    /** What the step adds to the state: what it returned and, if it changed the model, the model as it is once saved. */
    State additions(State returned, boolean modelChanged) {
        State additions = returned.changesSince(state);
        return modelChanged ? additions.with(SUBSCRIPTION, subscription) : additions;
    }
}
