package dev.orchestrator.workflow;

import dev.orchestrator.form.Form;
import dev.orchestrator.form.LongText;
import dev.orchestrator.form.Nullable;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import dev.orchestrator.subscription.SubscriptionModel;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;

/** Comes with the system for all products: changes the note of a subscription, also of one that is out of sync. */
@Singleton
public class ModifyNote extends SubscriptionWorkflow<SubscriptionModel> {
    record Note(@Nullable @LongText String note) {}

    @Override
    public Target target() {
        return Target.MODIFY;
    }

    @Override
    public String description() {
        return "Modify Note";
    }

    @Override
    public Set<SubscriptionLifecycle> usableWhen() {
        return EnumSet.of(SubscriptionLifecycle.ACTIVE);
    }

    @Override
    public boolean needsInSync() {
        return false;
    }

    @Override
    protected Form form(SubscriptionModel subscription) {
        return Form.page("Modify note", Note.class).defaults(new Note(subscription.note()));
    }

    @Override
    public StepList steps() {
        return linkedSteps()
                .step("store-subscription-note", "Store subscription note", (subscription, state) -> {
                    subscription.note(state.as(Note.class).note());
                    return state;
                })
                .done();
    }
}
