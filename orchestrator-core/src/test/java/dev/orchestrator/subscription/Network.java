package dev.orchestrator.subscription;

import static dev.orchestrator.subscription.SubscriptionLifecycle.INITIAL;
import static dev.orchestrator.subscription.SubscriptionLifecycle.PROVISIONING;

import dev.orchestrator.product.IpPrefix;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Size;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Products that use everything a model can: each type, lists, trees, diamonds and cycles. */
public final class Network implements ProductCatalog {
    /** How fast a port is. */
    public enum Speed {
        SLOW,
        FAST
    }

    public static class PortBlock extends ProductBlock {
        public String portName;
        public Integer vlan;
        public Long octets;
        public Boolean enabled;
        public UUID inventoryId;
        public Speed speed;
        public LocalDate deliveredOn;
        public Instant seenAt;
        public OffsetDateTime plannedAt;
        public InetAddress address;
        public IpPrefix prefix;

        @Size(min = 1, max = 3)
        @RequiredFrom(PROVISIONING)
        public List<String> tags;

        @Nullable
        public List<Integer> vlans;
    }

    public static class NodeBlock extends ProductBlock {
        @RequiredFrom(INITIAL)
        public String nodeName;

        @Size(max = 60)
        public List<PortBlock> ports;

        @Nullable
        public PortBlock uplink;

        @Nullable
        public NodeBlock parent;

        public List<NodeBlock> children;
    }

    public static class Node extends SubscriptionModel {
        public NodeBlock node;
    }

    public static class Circuit extends SubscriptionModel {
        public PortBlock aSide;
        public PortBlock bSide;

        @Size(max = 4)
        public List<NodeBlock> via;
    }

    @Override
    public Map<String, Class<? extends SubscriptionModel>> products() {
        return Map.of("Node", Node.class, "Circuit", Circuit.class);
    }
}
