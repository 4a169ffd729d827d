package dev.orchestrator.process;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import java.util.Map;
import java.util.UUID;

/** Another process is to change the subscription and has not ended; says which. */
public final class SubscriptionHeld extends OrchestratorException {
    private static final long serialVersionUID = 1L;

    private final UUID holder;

    public SubscriptionHeld(UUID subscription, UUID holder) {
        super(
                ErrorCode.SUBSCRIPTION_BUSY,
                "Subscription " + subscription + " is held by process " + holder
                        + ", which is to change it and has not ended. Wait for it, or finish or abort it, then start again");
        this.holder = holder;
    }

    public UUID holder() {
        return holder;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("process_id", holder);
    }
}
