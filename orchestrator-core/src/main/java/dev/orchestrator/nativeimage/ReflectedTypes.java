package dev.orchestrator.nativeimage;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The classes that are read by reflection together with one of them: those of its fields, enums above all, and so on. */
final class ReflectedTypes {
    /** Bring what their classes need themselves; the operator's code may be in any other package. */
    private static final List<String> LIBRARIES = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "com.fasterxml.",
            "graphql.",
            "jakarta.",
            "io.quarkus.",
            "io.smallrye.",
            "io.vertx.",
            "io.netty.",
            "io.micrometer.",
            "org.eclipse.",
            "org.flywaydb.",
            "org.graalvm.",
            "org.hibernate.",
            "org.jboss.",
            "org.postgresql.",
            "picocli.");

    private final Set<Class<?>> found = new LinkedHashSet<>();

    private ReflectedTypes() {}

    static Set<Class<?>> of(Class<?> type) {
        ReflectedTypes types = new ReflectedTypes();
        types.add(type);
        return types.found;
    }

    private void add(Type type) {
        switch (type) {
            case ParameterizedType list ->
                Arrays.stream(list.getActualTypeArguments()).forEach(this::add);
            case Class<?> plain when !isOfALibrary(plain) && found.add(plain) -> addFields(plain);
            default -> {}
        }
    }

    private void addFields(Class<?> type) {
        if (!type.isEnum()) {
            Stream.of(type.getDeclaredFields()).map(Field::getGenericType).forEach(this::add);
        }
    }

    private static boolean isOfALibrary(Class<?> type) {
        String name = type.getName();
        return type.isPrimitive() || type.isArray() || LIBRARIES.stream().anyMatch(name::startsWith);
    }
}
