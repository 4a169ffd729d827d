package dev.orchestrator.api.subscription.description;

import dev.orchestrator.api.event.Events;
import dev.orchestrator.api.event.Invalidation;
import dev.orchestrator.api.process.MutationError;
import dev.orchestrator.api.rest.subscription.CustomerDescriptions;
import dev.orchestrator.api.rest.subscription.CustomerDescriptions.Content;
import dev.orchestrator.api.subscription.CustomerDescription;
import dev.orchestrator.api.subscription.CustomerDescriptionReply;
import dev.orchestrator.api.subscription.Subscriptions;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** Sets and removes what customers call subscriptions; what is refused is an answer, not an error of the request. */
@GraphQLApi
public class CustomerDescriptionMutations {
    private final CustomerDescriptions descriptions;
    private final Subscriptions subscriptions;
    private final Events events;

    CustomerDescriptionMutations(CustomerDescriptions descriptions, Subscriptions subscriptions, Events events) {
        this.descriptions = descriptions;
        this.subscriptions = subscriptions;
        this.events = events;
    }

    @Mutation("upsertCustomerDescription")
    @Description("Create or update customer description")
    public @NonNull CustomerDescriptionReply upsertCustomerDescription(
            @NonNull String customerId,
            @NonNull UUID subscriptionId,
            @NonNull String description,
            @Nullable Integer version) {
        Content content = new Content(description, customerId, subscriptionId);
        // Adding comes first and does nothing when there is one, so of two who do this at once neither fails.
        if (descriptions.add(content)) {
            return changed(customerId, subscriptionId);
        }
        return find(customerId, subscriptionId)
                .map(known -> change(known, content, version))
                .orElseGet(() -> new NotFoundError("Subscription " + subscriptionId + " does not exist", null));
    }

    @Mutation("removeCustomerDescription")
    @Description("Delete customer description")
    public @NonNull CustomerDescriptionReply removeCustomerDescription(
            @NonNull String customerId, @NonNull UUID subscriptionId) {
        Optional<CustomerDescription> known = find(customerId, subscriptionId);
        if (known.isEmpty() || !descriptions.delete(known.get().id())) {
            return unknown(customerId, subscriptionId);
        }
        events.publish(Invalidation.subscription(subscriptionId));
        return known.get();
    }

    private CustomerDescriptionReply change(CustomerDescription known, Content content, Integer version) {
        return switch (descriptions.change(known.id(), content, version)) {
            case CHANGED -> changed(content.customerId(), content.subscriptionId());
            case UNKNOWN -> unknown(content.customerId(), content.subscriptionId());
            case STALE ->
                new MutationError(
                        "Stale data: given version (" + version + ") does not match the current version ("
                                + known.version() + ")",
                        null);
        };
    }

    private CustomerDescriptionReply changed(String customerId, UUID subscriptionId) {
        events.publish(Invalidation.subscription(subscriptionId));
        return find(customerId, subscriptionId)
                .<CustomerDescriptionReply>map(found -> found)
                .orElseGet(() -> unknown(customerId, subscriptionId));
    }

    private Optional<CustomerDescription> find(String customerId, UUID subscriptionId) {
        return subscriptions
                .customerDescriptions(List.of(subscriptionId))
                .await()
                .indefinitely()
                .getOrDefault(subscriptionId, List.of())
                .stream()
                .filter(description -> description.customerId().equals(customerId))
                .findFirst();
    }

    private static NotFoundError unknown(String customerId, UUID subscriptionId) {
        return new NotFoundError(
                "Customer " + customerId + " has no description of subscription " + subscriptionId, null);
    }
}
