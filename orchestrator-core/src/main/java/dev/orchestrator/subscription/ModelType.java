package dev.orchestrator.subscription;

import java.util.List;
import java.util.Optional;

/**
 * The class of a subscription's model as the registry and the database see it.
 *
 * @param fields fixed inputs and root blocks in the order of the class, those of its ancestors first
 * @param fixedInputs those of the fields that the product fixes
 * @param roots those of the fields that are root blocks
 */
public record ModelType(
        Class<? extends SubscriptionModel> modelClass,
        List<ModelField> fields,
        List<ModelField.FixedInputField> fixedInputs,
        List<ModelField.BlockField> roots) {

    ModelType(Class<? extends SubscriptionModel> modelClass, List<ModelField> fields) {
        this(
                modelClass,
                fields,
                ModelClasses.only(ModelField.FixedInputField.class, fields),
                ModelClasses.only(ModelField.BlockField.class, fields));
    }

    /** The type of a class, read once. */
    public static ModelType of(Class<? extends SubscriptionModel> modelClass) {
        return ModelClasses.model(modelClass).type();
    }

    /** What the products of this model are called together in the catalogue: the name of the class. */
    public String productType() {
        return modelClass.getSimpleName();
    }

    public Optional<ModelField.BlockField> root(String field) {
        return roots().stream().filter(root -> root.name().equals(field)).findFirst();
    }

    SubscriptionModel instantiate() {
        return ModelClasses.instantiate(modelClass);
    }
}
