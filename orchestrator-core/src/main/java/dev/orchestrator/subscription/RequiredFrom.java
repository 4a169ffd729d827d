package dev.orchestrator.subscription;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * From which lifecycle of its subscription on a field must have a value.
 *
 * <p>Without it a field is required from ACTIVE; with any annotation called {@code Nullable} it never is.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiredFrom {
    SubscriptionLifecycle value();
}
