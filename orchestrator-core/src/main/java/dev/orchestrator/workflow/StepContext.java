package dev.orchestrator.workflow;

import dev.orchestrator.product.ProductRepository;
import dev.orchestrator.state.State;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.subscription.SubscriptionRepository;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/** What a step knows of the process that runs it. */
public interface StepContext {
    UUID processId();

    /** Who started the process, or {@code SYSTEM}. */
    String reporter();

    /** The state as the steps before have left it. */
    State state();

    /** How often this step has been tried, this time included; 1 at first. */
    int attempt();

    /** The same text for every attempt of this step in this process: give it to other systems, so that they can tell a repetition. */
    String idempotencyKey();

    Instant now();

    ProductRepository products();

    SubscriptionRepository subscriptions();

    /** The subscription of the process, loaded once a step and saved with the step's record if it was changed. */
    SubscriptionModel subscription();

    /** Makes a subscription that this step created the one of the process; it is saved with the step's record. */
    void subscription(SubscriptionModel created);

    /** Puts on record, with the step, that this process works on its subscription. */
    void link();

    /** Work on the database that is committed together with the step's record, or not at all: exactly once. */
    void withCheckpoint(Consumer<SqlClient> work);
}
