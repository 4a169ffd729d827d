package dev.orchestrator.subscription;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.error.Violation;
import java.util.ArrayList;
import java.util.List;

/** A save in progress: what has to be written, and what the model will be once it is. */
public final class ModelSave {
    private final SubscriptionModel model;
    private final ModelSnapshot current;
    private final ModelChanges changes;

    private ModelSave(SubscriptionModel model) {
        this.model = model;
        this.current = ModelSnapshot.of(model);
        this.changes = ModelChanges.between(model, current);
    }

    /** Refuses, with everything at once, what may not be saved. */
    public static ModelSave of(SubscriptionModel model) {
        ModelSave save = new ModelSave(model);
        save.refuseForeignChanges();
        if (save.changesWhatIsChecked()) {
            save.refuseIncomplete();
        }
        return save;
    }

    public ModelChanges changes() {
        return changes;
    }

    /** To be called when the changes are written: the model is then as stored, one version further. */
    public void done() {
        Subscription saved =
                current.subscription().version(current.subscription().version() + 1);
        for (ProductBlock block : model.blocks()) {
            BlockSnapshot snapshot = current.owned().get(block.subscriptionInstanceId());
            if (snapshot != null) {
                block.adopt(saved.subscriptionId());
                block.stored(snapshot);
            }
        }
        model.stored(new ModelSnapshot(saved, current.owned(), current.foreign()));
    }

    /**
     * A note or a lock changes neither blocks nor lifecycle. It has to be possible also where a class demands more than when the
     * subscription became active, or the workflow that would mend that could never begin.
     */
    private boolean changesWhatIsChecked() {
        ModelSnapshot stored = model.stored();
        return stored == null
                || stored.subscription().status() != current.subscription().status()
                || changes.touchesBlocks();
    }

    private void refuseForeignChanges() {
        List<Violation> violations = new ArrayList<>();
        for (ModelWalk.Visit visit : ModelWalk.of(model).visits()) {
            BlockSnapshot now = current.foreign().get(visit.block().subscriptionInstanceId());
            if (now != null && !now.equals(visit.block().stored())) {
                violations.add(new Violation(
                        visit.path(),
                        "belongs to subscription " + visit.block().ownerSubscriptionId()
                                + " and was changed; load and save that subscription to change it"));
            }
        }
        if (!violations.isEmpty()) {
            throw new OrchestratorException(
                    ErrorCode.INCONSISTENT_DATA,
                    "The model of " + model.description() + " holds changes to blocks of other subscriptions",
                    violations);
        }
    }

    private void refuseIncomplete() {
        List<Violation> violations = ModelCheck.violations(model);
        if (!violations.isEmpty()) {
            throw new OrchestratorException(
                    ErrorCode.MODEL_INCOMPLETE,
                    "Subscription " + model.description() + " can't be "
                            + model.status().wireName() + " like this",
                    violations);
        }
    }
}
