package dev.orchestrator.api.rest.subscription;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import java.util.UUID;

/** The one refusal that many share. */
final class UnknownSubscription {
    private UnknownSubscription() {}

    static OrchestratorException of(UUID subscriptionId) {
        return new OrchestratorException(
                ErrorCode.UNKNOWN_SUBSCRIPTION, "Subscription " + subscriptionId + " does not exist");
    }
}
