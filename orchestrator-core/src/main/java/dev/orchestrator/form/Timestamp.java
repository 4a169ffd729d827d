package dev.orchestrator.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How the date picker of an {@link java.time.Instant} looks; an empty text leaves the choice to the web UI. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
public @interface Timestamp {
    boolean showTime() default true;

    String locale() default "";

    String dateFormat() default "";

    String timeFormat() default "";
}
