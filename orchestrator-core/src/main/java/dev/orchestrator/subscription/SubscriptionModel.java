package dev.orchestrator.subscription;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.product.Product;
import jakarta.annotation.Nullable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * What an author's subscription models extend: public fields are its fixed inputs and root blocks.
 *
 * <p>Models come from a {@link SubscriptionRepository}, which alone knows how to create, load and save them; they belong to
 * one thread and one transaction.
 */
public abstract class SubscriptionModel {
    private Subscription subscription;
    private Clock clock;

    /** The model as it stands in the database; null until it does. */
    @Nullable
    private ModelSnapshot stored;

    // Escapes on purpose: the lists have to be there before the initialisers of the author's class run.
    @SuppressWarnings("this-escape")
    protected SubscriptionModel() {
        ModelClasses.fillLists(this);
    }

    public final UUID subscriptionId() {
        return subscription.subscriptionId();
    }

    public final Product product() {
        return subscription.product();
    }

    public final String customerId() {
        return subscription.customerId();
    }

    public final String description() {
        return subscription.description();
    }

    public final void description(String description) {
        subscription = subscription.description(description);
    }

    public final SubscriptionLifecycle status() {
        return subscription.status();
    }

    /**
     * Moves the subscription to another lifecycle: to ACTIVE also sets the start date when there is none, to TERMINATED the end
     * date. What the new lifecycle demands of the fields is checked when the model is saved.
     */
    public final void moveTo(SubscriptionLifecycle next) {
        if (!status().canBecome(next)) {
            throw new OrchestratorException(
                    ErrorCode.ACTION_NOT_ALLOWED,
                    "Subscription " + description() + " is " + status().wireName() + " and can't become "
                            + next.wireName());
        }
        if (next == SubscriptionLifecycle.ACTIVE && startDate() == null) {
            startDate(now());
        }
        if (next == SubscriptionLifecycle.TERMINATED && endDate() == null) {
            endDate(now());
        }
        subscription = subscription.status(next);
    }

    /** False while a workflow is changing the subscription or since one failed to. */
    public final boolean insync() {
        return subscription.insync();
    }

    public final void insync(boolean insync) {
        subscription = subscription.insync(insync);
    }

    @Nullable
    public final Instant startDate() {
        return subscription.startDate();
    }

    public final void startDate(@Nullable Instant startDate) {
        subscription = subscription.startDate(startDate);
    }

    @Nullable
    public final Instant endDate() {
        return subscription.endDate();
    }

    public final void endDate(@Nullable Instant endDate) {
        subscription = subscription.endDate(endDate);
    }

    @Nullable
    public final String note() {
        return subscription.note();
    }

    public final void note(@Nullable String note) {
        subscription = subscription.note(note);
    }

    /** Raised by one with each save that changes something; 0 until the first. */
    public final int version() {
        return subscription.version();
    }

    /** The subscription's own fields, without its blocks. */
    public final Subscription subscription() {
        return subscription;
    }

    /** All blocks of the model, each once, however often it is referred to: roots first, those of others included. */
    public final List<ProductBlock> blocks() {
        return ModelWalk.of(this).blocks();
    }

    /** The model as it stands in a state's {@code subscription}. */
    @JsonValue
    public final ObjectNode toJson() {
        return SubscriptionJson.forState(this);
    }

    /** Whether a save has anything to write, or to refuse. */
    public final boolean isChanged() {
        return stored == null || !stored.equals(ModelSnapshot.of(this));
    }

    @Nullable
    final ModelSnapshot stored() {
        return stored;
    }

    final void bind(Subscription row, Clock time) {
        this.subscription = row;
        this.clock = time;
    }

    final void stored(ModelSnapshot snapshot) {
        this.stored = snapshot;
        this.subscription = snapshot.subscription();
    }

    /** PostgreSQL keeps microseconds; what is finer would look like a change after the next load. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
