package dev.orchestrator.housekeeping;

import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.workflow.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the housekeeping tasks do in the database; each method is one statement, and those with a limit do one batch. */
public interface Housekeeping {
    /** A product and the workflows that may be started for it, name to target. */
    record ProductWorkflows(String product, boolean isActive, Map<String, Target> workflows) {}

    /** A subscription that can be validated, and what validates it. */
    record Validation(UUID subscriptionId, String workflow) {}

    /** Removes tasks that ended before, but the last successful validation of a subscription. Returns how many. */
    int removeTasks(Instant endedBefore, int limit);

    /** Moves processes other than tasks that ended before to the archive. Returns how many. */
    int archive(Instant endedBefore, int limit);

    /** Processes that are to run: all that wait, and those created or resumed that have lost their place in the queue. */
    List<UUID> toRun(ProcessStatus status, int limit);

    /** Gives those that still stand at the status a place in the queue, due now. Returns them. */
    List<UUID> runNow(ProcessStatus status, List<UUID> processIds);

    /** How many processes still wait for another system although their time was up before. */
    int overdueCallbacks(Instant before);

    List<ProductWorkflows> products();

    /** What can be validated: active subscriptions in sync, of the product type if one is given. */
    List<Validation> validations(Optional<String> productType);

    /** The next subscriptions in the order of their ids. */
    List<UUID> subscriptions(UUID after, int limit);

    /** The types of all products. */
    Set<String> productTypes();
}
