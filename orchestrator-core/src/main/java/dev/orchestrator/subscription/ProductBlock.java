package dev.orchestrator.subscription;

import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * What an author's product blocks extend: public fields are its resource types and nested blocks.
 *
 * <p>A new block becomes part of the subscription whose model it is put into, when that is saved. A block that another
 * subscription owns may be referred to, and read, but only its owner may change it. Lists are never null.
 */
public abstract class ProductBlock {
    /** Null until somebody asks: most blocks are loaded, and get the id that they have. */
    @Nullable
    private UUID subscriptionInstanceId;

    @Nullable
    private UUID ownerSubscriptionId;

    @Nullable
    private String label;

    /** The block as it stands in the database; null until it does. */
    @Nullable
    private BlockSnapshot stored;

    // Escapes on purpose: the lists have to be there before the initialisers of the author's class run.
    @SuppressWarnings("this-escape")
    protected ProductBlock() {
        ModelClasses.fillLists(this);
    }

    /** The block's name in the catalogue. */
    public final String name() {
        return BlockType.of(getClass()).name();
    }

    public final UUID subscriptionInstanceId() {
        if (subscriptionInstanceId == null) {
            subscriptionInstanceId = UUID.randomUUID();
        }
        return subscriptionInstanceId;
    }

    /** The one subscription that may change this block; null until a new block is saved. */
    @Nullable
    public final UUID ownerSubscriptionId() {
        return ownerSubscriptionId;
    }

    @Nullable
    public final String label() {
        return label;
    }

    public final void label(@Nullable String label) {
        this.label = label;
    }

    final boolean isOwnedBy(UUID subscriptionId) {
        return subscriptionId.equals(ownerSubscriptionId);
    }

    @Nullable
    final BlockSnapshot stored() {
        return stored;
    }

    final void identify(UUID instanceId, UUID owner) {
        this.subscriptionInstanceId = instanceId;
        this.ownerSubscriptionId = owner;
    }

    final void adopt(UUID owner) {
        this.ownerSubscriptionId = owner;
    }

    final void stored(BlockSnapshot snapshot) {
        this.stored = snapshot;
    }
}
