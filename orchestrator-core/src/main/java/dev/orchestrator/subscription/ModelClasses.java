package dev.orchestrator.subscription;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.error.Violation;
import dev.orchestrator.product.Block;
import dev.orchestrator.product.FixedInput;
import dev.orchestrator.product.ValueType;
import dev.orchestrator.subscription.ModelField.BlockField;
import dev.orchestrator.subscription.ModelField.FixedInputField;
import dev.orchestrator.subscription.ModelField.ValueField;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads authors' classes, each once: the only place where models meet reflection, so that what a native executable must be able to
 * reach is what passes here.
 */
final class ModelClasses {
    private static final Set<String> BLOCK_KEYS = Set.of(
            "name",
            "label",
            "subscription_instance_id",
            "owner_subscription_id",
            "in_use_by_ids",
            "in_use_by_relations");

    private static final Set<String> SUBSCRIPTION_KEYS = Set.of(
            "subscription_id",
            "product",
            "product_id",
            "customer_id",
            "customer_descriptions",
            "description",
            "status",
            "insync",
            "start_date",
            "end_date",
            "note",
            "name",
            "tag",
            "version");

    private static final ClassValue<Described<BlockType>> BLOCKS = new ClassValue<>() {
        @Override
        protected Described<BlockType> computeValue(Class<?> type) {
            return describeBlock(type.asSubclass(ProductBlock.class));
        }
    };

    private static final ClassValue<Described<ModelType>> MODELS = new ClassValue<>() {
        @Override
        protected Described<ModelType> computeValue(Class<?> type) {
            return describeModel(type.asSubclass(SubscriptionModel.class));
        }
    };

    private static final ClassValue<List<Field>> LISTS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            Class<?> root = ProductBlock.class.isAssignableFrom(type) ? ProductBlock.class : SubscriptionModel.class;
            return declaredFields(type, root).stream()
                    .filter(field -> field.getType() == List.class && !Modifier.isFinal(field.getModifiers()))
                    .toList();
        }
    };

    private static final ClassValue<Constructor<?>> CONSTRUCTORS = new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
            try {
                Constructor<?> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                return constructor;
            } catch (NoSuchMethodException e) {
                throw new OrchestratorException(
                        ErrorCode.INCONSISTENT_DATA, type.getSimpleName() + " has no constructor without arguments", e);
            }
        }
    };

    /** A class as far as it could be understood, and what is wrong with it. */
    record Described<T>(T type, List<Violation> violations) {}

    private ModelClasses() {}

    static Described<BlockType> block(Class<? extends ProductBlock> type) {
        return BLOCKS.get(type);
    }

    static Described<ModelType> model(Class<? extends SubscriptionModel> type) {
        return MODELS.get(type);
    }

    static <F extends ModelField> List<F> only(Class<F> kind, List<ModelField> fields) {
        return fields.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Gives each list field an empty list; called before the initialisers of the author's class run, so that theirs win. */
    static void fillLists(Object owner) {
        for (Field field : LISTS.get(owner.getClass())) {
            try {
                field.set(owner, new ArrayList<>());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("Fields are made accessible when their class is read", e);
            }
        }
    }

    static <T> T instantiate(Class<T> type) {
        try {
            return type.cast(CONSTRUCTORS.get(type).newInstance());
        } catch (InvocationTargetException e) {
            throw new OrchestratorException(
                    ErrorCode.INCONSISTENT_DATA,
                    "The constructor of " + type.getSimpleName() + " failed",
                    e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new OrchestratorException(
                    ErrorCode.INCONSISTENT_DATA, type.getSimpleName() + " can't be made by its constructor", e);
        }
    }

    private static Described<BlockType> describeBlock(Class<? extends ProductBlock> type) {
        List<Violation> violations = new ArrayList<>();
        checkInstantiable(type, violations);
        List<ModelField> fields = declaredFields(type, ProductBlock.class).stream()
                .flatMap(field -> blockField(field, violations).stream())
                .toList();
        checkNames(type, fields, BLOCK_KEYS, violations);
        Block block = type.getAnnotation(Block.class);
        String name = block == null ? type.getSimpleName() : block.name();
        return new Described<>(new BlockType(name, type, fields), List.copyOf(violations));
    }

    private static Described<ModelType> describeModel(Class<? extends SubscriptionModel> type) {
        List<Violation> violations = new ArrayList<>();
        checkInstantiable(type, violations);
        List<ModelField> fields = declaredFields(type, SubscriptionModel.class).stream()
                .flatMap(field -> rootField(field, violations).stream())
                .toList();
        checkNames(type, fields, SUBSCRIPTION_KEYS, violations);
        return new Described<>(new ModelType(type, fields), List.copyOf(violations));
    }

    /** The fields of a class and its ancestors up to the root, ancestors' first, each in the order of its class. */
    private static List<Field> declaredFields(Class<?> type, Class<?> root) {
        Deque<Class<?>> lineage = new ArrayDeque<>();
        for (Class<?> ancestor = type; ancestor != root; ancestor = ancestor.getSuperclass()) {
            lineage.push(ancestor);
        }
        return lineage.stream()
                .flatMap(ancestor -> Arrays.stream(ancestor.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers())
                        && !Modifier.isTransient(field.getModifiers())
                        && !field.isSynthetic())
                .peek(field -> field.setAccessible(true))
                .toList();
    }

    private static Optional<ModelField> blockField(Field field, List<Violation> violations) {
        if (!isWellFormed(field, violations)) {
            return Optional.empty();
        }
        if (field.isAnnotationPresent(FixedInput.class)) {
            violations.add(at(field, "a fixed input belongs to the subscription's model, not to a block"));
            return Optional.empty();
        }
        Class<?> element = elementType(field);
        if (ProductBlock.class.isAssignableFrom(element)) {
            return Optional.of(nested(field, element, violations));
        }
        return valueType(field, element, violations)
                .map(type -> new ValueField(wireName(field), field, type, presence(field, violations)));
    }

    private static Optional<ModelField> rootField(Field field, List<Violation> violations) {
        if (!isWellFormed(field, violations)) {
            return Optional.empty();
        }
        if (field.isAnnotationPresent(FixedInput.class)) {
            return valueType(field, field.getType(), violations)
                    .map(type -> new FixedInputField(wireName(field), field, type));
        }
        Class<?> element = elementType(field);
        if (ProductBlock.class.isAssignableFrom(element)) {
            return Optional.of(nested(field, element, violations));
        }
        violations.add(at(field, "a model holds blocks and fixed inputs; put values into a block or add @FixedInput"));
        return Optional.empty();
    }

    private static BlockField nested(Field field, Class<?> element, List<Violation> violations) {
        return new BlockField(
                wireName(field), field, element.asSubclass(ProductBlock.class), presence(field, violations));
    }

    private static Optional<ValueType> valueType(Field field, Class<?> element, List<Violation> violations) {
        Optional<ValueType> type = ValueType.of(element);
        if (type.isEmpty() && element.isPrimitive()) {
            violations.add(at(field, "a primitive " + element + " can't be absent; use its wrapper class"));
        } else if (type.isEmpty()) {
            violations.add(at(
                    field,
                    "values can't be of type " + field.getGenericType().getTypeName() + "; possible are "
                            + ValueType.supported() + ", lists of these and product blocks"));
        }
        return type;
    }

    private static boolean isWellFormed(Field field, List<Violation> violations) {
        if (!Modifier.isPublic(field.getModifiers())) {
            violations.add(at(field, "is not public; make it public, or transient when it is not part of the model"));
            return false;
        }
        if (Modifier.isFinal(field.getModifiers())) {
            violations.add(at(field, "is final, but is set when the model is loaded"));
            return false;
        }
        return true;
    }

    /** The type of a list's elements, else that of the field; a list of anything but a class stays a list, which no value is. */
    private static Class<?> elementType(Field field) {
        if (field.getType() == List.class && field.getGenericType() instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return element instanceof Class<?> elementClass ? elementClass : List.class;
        }
        return field.getType();
    }

    private static Presence presence(Field field, List<Violation> violations) {
        boolean list = field.getType() == List.class;
        Size size = field.getAnnotation(Size.class);
        RequiredFrom required = field.getAnnotation(RequiredFrom.class);
        boolean nullable = isNullable(field);
        if (size != null && !list) {
            violations.add(at(field, "@Size bounds lists only"));
        }
        if (required != null && nullable) {
            violations.add(at(field, "can't be both nullable and required from " + required.value()));
        }
        Optional<SubscriptionLifecycle> from = nullable
                ? Optional.empty()
                : Optional.of(required == null ? SubscriptionLifecycle.ACTIVE : required.value());
        return new Presence(list, size == null ? 0 : size.min(), size == null ? Integer.MAX_VALUE : size.max(), from);
    }

    /** Any annotation of that name will do: authors have their habits, and several libraries bring one. */
    private static boolean isNullable(Field field) {
        return Stream.concat(
                        Arrays.stream(field.getAnnotations()),
                        Arrays.stream(field.getAnnotatedType().getAnnotations()))
                .map(Annotation::annotationType)
                .anyMatch(annotation -> annotation.getSimpleName().equals("Nullable"));
    }

    private static void checkInstantiable(Class<?> type, List<Violation> violations) {
        if (Modifier.isAbstract(type.getModifiers())) {
            violations.add(
                    new Violation(type.getSimpleName(), "is abstract; models and blocks are made of concrete classes"));
            return;
        }
        try {
            type.getDeclaredConstructor().setAccessible(true);
        } catch (NoSuchMethodException e) {
            violations.add(new Violation(type.getSimpleName(), "has no constructor without arguments"));
        }
    }

    private static void checkNames(
            Class<?> type, List<ModelField> fields, Set<String> reserved, List<Violation> violations) {
        List<String> names = new ArrayList<>();
        for (ModelField field : fields) {
            if (reserved.contains(field.name())) {
                violations.add(at(field.field(), "the name " + field.name() + " is taken by the system"));
            }
            if (names.contains(field.name())) {
                violations.add(at(
                        field.field(), "another field of " + type.getSimpleName() + " is also called " + field.name()));
            }
            names.add(field.name());
        }
    }

    private static String wireName(Field field) {
        return ((PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.SNAKE_CASE).translate(field.getName());
    }

    private static Violation at(Field field, String message) {
        return new Violation(field.getDeclaringClass().getSimpleName() + "." + field.getName(), message);
    }
}
