package dev.orchestrator.api.rest.subscription;

import dev.orchestrator.api.rest.json.UnixTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer calls a subscription. */
@Schema(name = "SubscriptionDescriptionSchema")
public record CustomerDescriptionView(
        String description, String customerId, UUID subscriptionId, UUID id, UnixTime createdAt, int version) {}
