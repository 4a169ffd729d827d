package dev.orchestrator.form;

import jakarta.validation.Constraint;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.UniqueElements;

/** What an annotation on a record's component says about the field; a constraint that would not be checked is refused. */
final class FieldAnnotations {
    private FieldAnnotations() {}

    static void apply(Annotation annotation, FormField field) {
        if (!describes(annotation, field) && !limitsNumber(annotation, field) && !limitsContent(annotation, field)) {
            refuseConstraint(annotation);
        }
    }

    private static boolean describes(Annotation annotation, FormField field) {
        switch (annotation) {
            case Title text -> field.title(text.value());
            case Description text -> field.description(text.value());
            case ReadOnly readOnly -> field.readOnly();
            case Hidden hidden -> field.hidden();
            case LongText longText -> field.longText();
            case Radio radio -> field.radio();
            case Format format -> field.format(format.value());
            case Timestamp timestamp -> field.look(look(timestamp));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean limitsNumber(Annotation annotation, FormField field) {
        switch (annotation) {
            case Min min -> field.min(min.value());
            case Max max -> field.max(max.value());
            case Range range -> range(range, field);
            case DecimalMin min -> field.bound(min.inclusive() ? Bounds.Kind.AT_LEAST : Bounds.Kind.ABOVE, min.value());
            case DecimalMax max -> field.bound(max.inclusive() ? Bounds.Kind.AT_MOST : Bounds.Kind.BELOW, max.value());
            case Positive positive -> field.bound(Bounds.Kind.ABOVE, "0");
            case PositiveOrZero positive -> field.min(0);
            case Negative negative -> field.bound(Bounds.Kind.BELOW, "0");
            case NegativeOrZero negative -> field.max(0);
            case MultipleOf factor -> field.bound(Bounds.Kind.MULTIPLE_OF, factor.value());
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean limitsContent(Annotation annotation, FormField field) {
        switch (annotation) {
            case Size size -> field.size(size.min(), size.max());
            case NotEmpty notEmpty -> field.size(1, Integer.MAX_VALUE);
            case NotBlank notBlank -> field.notBlank();
            case Pattern pattern -> field.pattern(compile(pattern));
            case Email email -> field.email();
            case UniqueElements unique -> field.unique();
            case NotNull notNull -> {} // the default of every field
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void range(Range range, FormField field) {
        field.min(range.min());
        if (range.max() != Long.MAX_VALUE) {
            field.max(range.max());
        }
    }

    private static java.util.regex.Pattern compile(Pattern pattern) {
        int flags = 0;
        for (Pattern.Flag flag : pattern.flags()) {
            flags |= flag.getValue();
        }
        return java.util.regex.Pattern.compile(pattern.regexp(), flags);
    }

    private static TimestampType.Look look(Timestamp timestamp) {
        return new TimestampType.Look(
                timestamp.showTime(),
                orNull(timestamp.locale()),
                orNull(timestamp.dateFormat()),
                orNull(timestamp.timeFormat()));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void refuseConstraint(Annotation annotation) {
        Class<?> type = annotation.annotationType();
        boolean repeated =
                type.getEnclosingClass() != null && type.getEnclosingClass().isAnnotationPresent(Constraint.class);
        if (repeated || type.isAnnotationPresent(Constraint.class)) {
            throw new IllegalArgumentException("A form can't check @" + type.getSimpleName()
                    + (repeated ? " (the same constraint twice)" : "") + "; use a rule over the page instead");
        }
    }
}
