package dev.orchestrator.api.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.api.customer.CustomerType;
import dev.orchestrator.api.customer.Customers;
import dev.orchestrator.state.Json;
import dev.orchestrator.subscription.ProductRegistry;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What a subscription consists of: its blocks, fixed inputs, customer and descriptions. */
@GraphQLApi
public class SubscriptionContentsQuery {
    private final Subscriptions subscriptions;
    private final Customers customers;
    private final ProductRegistry registry;
    private final MetadataSchema metadataSchema;

    SubscriptionContentsQuery(
            Subscriptions subscriptions, Customers customers, ProductRegistry registry, MetadataSchema metadataSchema) {
        this.subscriptions = subscriptions;
        this.customers = customers;
        this.registry = registry;
        this.metadataSchema = metadataSchema;
    }

    @Description("Return all products block instances of a subscription")
    public @NonNull Uni<List<@NonNull ProductBlockInstance>> productBlockInstances(
            @Source SubscriptionInterface subscription,
            @Nullable List<@NonNull String> tags,
            @Nullable List<@NonNull String> resourceTypes) {
        UUID id = subscription.subscriptionId();
        return subscriptions
                .blocksOf(subscription)
                .map(blocks -> new BlockTree(blocks, registry, BlockSelection.of(tags, resourceTypes)).of(id));
    }

    @Name("subscription")
    @Description("resolve to subscription of the product block")
    public Uni<SubscriptionInterface> owner(@Source ProductBlockInstance block) {
        return subscriptions.ownerOf(block.block());
    }

    @Name("_schema")
    @Description("Return all products block instances of a subscription as JSON Schema")
    public @NonNull Object schema(@Source SubscriptionInterface subscription) {
        return registry.find(subscription.product().name())
                .map(model -> document(ModelSchema.of(model, subscription.status())))
                .orElseGet(() -> document(ModelSchema.ofUnknown()));
    }

    @Name("_metadataSchema")
    @Description("Returns metadata schema of a subscription")
    public @NonNull Object metadataSchema(@Source SubscriptionInterface ignored) {
        return document(metadataSchema.schema());
    }

    @Description("Return fixed inputs")
    public @NonNull Uni<List<@NonNull Object>> fixedInputs(@Source SubscriptionInterface subscription) {
        return subscriptions.fixedInputsOf(subscription);
    }

    @Description("Returns the date and time of the last validation workflow run for a subscription")
    public Uni<OffsetDateTime> lastValidatedAt(@Source SubscriptionInterface subscription) {
        return subscription
                .batch()
                .oneBelow(subscription.subscriptionId(), "lastValidatedAt", subscriptions::lastValidatedAt);
    }

    @Description("Returns customer of a subscription")
    public @NonNull CustomerType customer(@Source SubscriptionInterface subscription) {
        return customers.customer(subscription.customerId());
    }

    @Description("Returns customer descriptions of a subscription")
    public @NonNull Uni<List<@NonNull CustomerDescription>> customerDescriptions(
            @Source SubscriptionInterface subscription) {
        return subscription
                .batch()
                .listBelow(subscription.subscriptionId(), "customerDescriptions", subscriptions::customerDescriptions);
    }

    private static Object document(ObjectNode json) {
        return Json.as(json, Object.class);
    }
}
