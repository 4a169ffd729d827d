package dev.orchestrator.workflow;

import dev.orchestrator.product.Product;
import dev.orchestrator.subscription.SubscriptionModel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a start form may ask of the database. */
public interface StartContext {
    /** The products that the workflow may be started for. */
    List<Product> products();

    Optional<SubscriptionModel> subscription(UUID subscriptionId);

    /** How many processes of this workflow have not ended. */
    int unfinishedProcesses();
}
