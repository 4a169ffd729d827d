package dev.orchestrator.form;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All that forms look up by reflection: the records, enums and choices that authors write; a native build registers those. */
final class RecordTypes {
    private RecordTypes() {}

    /** One component of a record: its name on the wire, its type, and the annotations on either. */
    record Component(String name, AnnotatedType type, Map<Class<?>, Annotation> annotations) {}

    static List<Component> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordTypes::component)
                .toList();
    }

    /** Bean Validation's annotations do not apply to record components; the compiler puts them on accessor and type. */
    private static Component component(RecordComponent component) {
        Map<Class<?>, Annotation> annotations = annotations(component.getAnnotatedType());
        List.of(component.getAnnotations(), component.getAccessor().getAnnotations())
                .forEach(some -> Arrays.stream(some)
                        .forEach(annotation -> annotations.put(annotation.annotationType(), annotation)));
        return new Component(wireName(component), component.getAnnotatedType(), annotations);
    }

    static Map<Class<?>, Annotation> annotations(AnnotatedType type) {
        Map<Class<?>, Annotation> annotations = new LinkedHashMap<>();
        Arrays.stream(type.getAnnotations())
                .forEach(annotation -> annotations.put(annotation.annotationType(), annotation));
        return annotations;
    }

    /** The values of a record's components by their names on the wire. */
    static Map<String, Object> values(Record values) {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (RecordComponent component : values.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                byName.put(wireName(component), component.getAccessor().invoke(values));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("The component " + component + " can't be read", e);
            }
        }
        return byName;
    }

    /** A choice with that value: the record's only component is its text. */
    static Choice choice(Class<?> type, String value) {
        try {
            var constructor = type.getDeclaredConstructor(String.class);
            constructor.setAccessible(true);
            return (Choice) constructor.newInstance(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " should be a record with a String as its only component", e);
        }
    }

    /** An enum's options, value to label, in the order of its constants. */
    static Map<String, String> options(Class<?> enumType) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Object constant : enumType.getEnumConstants()) {
            String value = wireName((Enum<?>) constant);
            options.put(value, constant instanceof Labelled labelled ? labelled.label() : value);
        }
        return options;
    }

    static String wireName(Enum<?> constant) {
        try {
            JsonProperty property =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return property == null || property.value().isEmpty()
                    ? constant.name().toLowerCase(Locale.ROOT)
                    : property.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(constant + " is no constant of its enum", e);
        }
    }

    /** As the JSON mapper names it, which reads the page back into the record. */
    private static String wireName(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty()
                ? PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName())
                : property.value();
    }
}
