package dev.orchestrator.api.rest.subscription;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the catalogue and the record say about what can be done with a subscription; each method is one statement. */
public interface SubscriptionProcesses {
    /** The processes, tasks aside, that changed a subscription and have neither completed nor been aborted; oldest first. */
    List<UUID> unfinished(UUID subscriptionId);

    /** The subscription's state with the workflows of its product; empty when there is no such subscription. */
    Optional<Startable> startable(UUID subscriptionId);
}
