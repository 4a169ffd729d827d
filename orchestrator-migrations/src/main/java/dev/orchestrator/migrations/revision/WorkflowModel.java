package dev.orchestrator.migrations.revision;

import dev.orchestrator.subscription.SubscriptionModel;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;

/** Which model a workflow's class is written for, as {@code User} in {@code CreateWorkflow<User>}. */
final class WorkflowModel {
    private WorkflowModel() {}

    static Optional<Class<? extends SubscriptionModel>> of(Class<?> workflow) {
        if (workflow == null) {
            return Optional.empty();
        }
        if (workflow.getGenericSuperclass() instanceof ParameterizedType type) {
            Optional<Class<? extends SubscriptionModel>> model = Arrays.stream(type.getActualTypeArguments())
                    .flatMap(argument -> model(argument).stream())
                    .findFirst();
            if (model.isPresent()) {
                return model;
            }
        }
        return of(workflow.getSuperclass());
    }

    private static Optional<Class<? extends SubscriptionModel>> model(Type argument) {
        return argument instanceof Class<?> type && SubscriptionModel.class.isAssignableFrom(type)
                ? Optional.of(type.asSubclass(SubscriptionModel.class))
                : Optional.empty();
    }
}
