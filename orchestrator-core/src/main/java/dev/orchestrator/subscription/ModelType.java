package dev.orchestrator.subscription;

import java.util.List;
import java.util.Optional;

/**
 * The class of a subscription's model as the registry and the database see it.
 *
 * @param fields fixed inputs and root blocks in the order of the class, those of its ancestors first
 */
public record ModelType(Class<? extends SubscriptionModel> modelClass, List<ModelField> fields) {
    /** The type of a class, read once. */
    public static ModelType of(Class<? extends SubscriptionModel> modelClass) {
        return ModelClasses.model(modelClass).type();
    }

    /** What the products of this model are called together in the catalogue: the name of the class. */
    public String productType() {
        return modelClass.getSimpleName();
    }

    public List<ModelField.FixedInputField> fixedInputs() {
        return ModelClasses.only(ModelField.FixedInputField.class, fields);
    }

    public List<ModelField.BlockField> roots() {
        return ModelClasses.only(ModelField.BlockField.class, fields);
    }

    public Optional<ModelField.BlockField> root(String field) {
        return roots().stream().filter(root -> root.name().equals(field)).findFirst();
    }

    SubscriptionModel instantiate() {
        return ModelClasses.instantiate(modelClass);
    }
}
