package dev.orchestrator.form;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.orchestrator.product.IpPrefix;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads the components of an author's record as the fields of a page. */
final class RecordFields {
    /** Records that travel as text and have no fields of their own. */
    private static final Set<Class<?>> TEXTS = Set.of(Cron.class, IpPrefix.class);

    private final Class<?> type;
    private final PageContent content;
    private final List<Class<?>> enclosing;

    private RecordFields(Class<?> type, PageContent content, List<Class<?>> enclosing) {
        if (enclosing.contains(type)) {
            throw new IllegalArgumentException("The record " + type.getSimpleName() + " contains itself");
        }
        this.type = type;
        this.content = content;
        this.enclosing = new ArrayList<>(enclosing);
        this.enclosing.add(type);
    }

    static List<Field> of(Class<? extends Record> type, PageContent content) {
        return new RecordFields(type, content, List.of()).fields();
    }

    static ObjectType object(Class<? extends Record> type, PageContent content) {
        return new RecordFields(type, content, List.of()).object();
    }

    /** What is pre-filled inside an object comes with the object's own default, so its fields have none. */
    private ObjectType object() {
        return new ObjectType(type.getSimpleName(), new FieldSet(fields()));
    }

    private List<Field> fields() {
        return RecordTypes.components(type).stream().map(this::field).toList();
    }

    private Field field(RecordTypes.Component component) {
        Object given = content.defaults().get(component.name());
        Class<?> shape = rawType(component.type().getType());
        return Display.class.isAssignableFrom(shape)
                ? display(component, shape, given)
                : input(component, shape, given);
    }

    private Field display(RecordTypes.Component component, Class<?> shape, Object given) {
        String title = null;
        String description = null;
        for (Annotation annotation : component.annotations().values()) {
            switch (annotation) {
                case Title text -> title = text.value();
                case Description text -> description = text.value();
                default ->
                    throw new IllegalArgumentException(where(component.name()) + " is only shown; @"
                            + annotation.annotationType().getSimpleName() + " means nothing there");
            }
        }
        Object shown = given == null && shape == Display.Divider.class ? new Display.Divider() : given;
        if (!(shown instanceof Display display)) {
            throw new IllegalArgumentException(where(component.name()) + " has nothing to show: give it by defaults");
        }
        return new DisplayField(component.name(), title, description, display);
    }

    private Field input(RecordTypes.Component component, Class<?> shape, Object given) {
        FormField field = describe(component.name(), component.type(), component.annotations());
        if (shape == Optional.class || isNullable(component)) {
            if (shape.isPrimitive()) {
                throw new IllegalArgumentException(where(component.name()) + " can't be null, as a primitive");
            }
            field.optional();
        }
        Default preset = (Default) component.annotations().get(Default.class);
        if (given != null) {
            field.defaultsTo(given);
        } else if (preset != null) {
            field.defaultsTo(read(preset.value(), field.type(), component.name()));
        } else if (shape == boolean.class) {
            field.defaultsTo(BooleanNode.FALSE);
        }
        return field.build();
    }

    /** Whichever library's: the annotation also stands on model fields, and a source file has room for one of that name. */
    private static boolean isNullable(RecordTypes.Component component) {
        return component.annotations().keySet().stream()
                .anyMatch(annotation -> annotation.getSimpleName().equals("Nullable"));
    }

    private Object read(String preset, FieldType fieldType, String name) {
        Findings findings = new Findings();
        Object value = fieldType.read(TextNode.valueOf(preset), findings);
        if (value == null) {
            throw new IllegalArgumentException("The default \"" + preset + "\" does not fit " + where(name) + ": "
                    + findings.errors().getFirst().msg());
        }
        return value;
    }

    private FormField describe(String name, AnnotatedType fieldType, Map<Class<?>, Annotation> annotations) {
        FormField field = ofType(name, fieldType);
        annotations.values().forEach(annotation -> FieldAnnotations.apply(annotation, field));
        return field;
    }

    private FormField ofType(String name, AnnotatedType fieldType) {
        Class<?> shape = rawType(fieldType.getType());
        if (shape == Optional.class) {
            AnnotatedType inner = argument(fieldType, name);
            return describe(name, inner, RecordTypes.annotations(inner));
        }
        if (shape == List.class) {
            AnnotatedType item = argument(fieldType, name);
            return FormField.list(
                    name, describe(name, item, RecordTypes.annotations(item)).type());
        }
        if (shape.isEnum()) {
            return FormField.choice(name, shape.getSimpleName(), RecordTypes.options(shape));
        }
        if (Choice.class.isAssignableFrom(shape)) {
            return FormField.choice(name, shape.getSimpleName(), options(shape, name));
        }
        return shape.isRecord() && !TEXTS.contains(shape)
                ? FormField.object(name, new RecordFields(shape, content.withDefaults(Map.of()), enclosing).object())
                : simple(name, shape);
    }

    private FormField simple(String name, Class<?> shape) {
        if (shape == String.class) {
            return FormField.text(name);
        } else if (shape == boolean.class || shape == Boolean.class) {
            return FormField.bool(name);
        } else if (shape == int.class || shape == Integer.class) {
            return FormField.integer(name, Bounds.between(Integer.MIN_VALUE, Integer.MAX_VALUE));
        } else if (shape == long.class || shape == Long.class) {
            return FormField.integer(name, Bounds.between(Long.MIN_VALUE, Long.MAX_VALUE));
        } else if (shape == BigInteger.class) {
            return FormField.integer(name, Bounds.NONE);
        } else if (shape == double.class || shape == Double.class || shape == BigDecimal.class) {
            return FormField.decimal(name);
        } else if (shape == UUID.class) {
            return FormField.uuid(name);
        } else if (shape == Instant.class) {
            return FormField.timestamp(name);
        } else if (shape == LocalDate.class) {
            return FormField.date(name);
        } else if (shape == InetAddress.class) {
            return FormField.ipAddress(name);
        } else if (shape == IpPrefix.class) {
            return FormField.ipPrefix(name);
        } else if (shape == Cron.class) {
            return FormField.cron(name);
        }
        throw new IllegalArgumentException(where(name) + " has a type that no field can be made of");
    }

    private Map<String, String> options(Class<?> choice, String name) {
        Map<String, String> options = content.choices().get(choice);
        if (options == null) {
            throw new IllegalArgumentException(
                    where(name) + " has no options: give them by choices(" + choice.getSimpleName() + ".class, …)");
        }
        return options;
    }

    private AnnotatedType argument(AnnotatedType fieldType, String name) {
        if (fieldType instanceof AnnotatedParameterizedType parameterized) {
            return parameterized.getAnnotatedActualTypeArguments()[0];
        }
        throw new IllegalArgumentException(where(name) + " needs the type of its content");
    }

    private static Class<?> rawType(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType parameterized -> (Class<?>) parameterized.getRawType();
            default -> Object.class;
        };
    }

    private String where(String name) {
        return "The field " + name + " of " + type.getSimpleName();
    }
}
