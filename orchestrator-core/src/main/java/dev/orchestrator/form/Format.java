package dev.orchestrator.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text, UUID or choice is marked for a widget of the web UI, such as {@code productId}, {@code subscription} or {@code customerId}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
public @interface Format {
    String value();
}
