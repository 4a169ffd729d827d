package dev.orchestrator.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A statement has to tell the types of its parameters, by a cast where its text alone does not.
 *
 * <p>The reactive driver prepares by the text alone. Where that is refused it prepares again with the types of the values, and, since
 * those may be others the next time, never keeps the outcome: the statement then takes three round trips and a plan of its own each
 * time, and nothing shows it.
 */
public final class StatementLaws {
    private static final Set<String> TYPES_NOT_TOLD = Set.of("42P08", "42P18");
    private static final String PARAMETER = "$1";
    private static final String TEMPLATE = "%s";

    private StatementLaws() {}

    /**
     * Checks the constants of all classes in adapter packages at or below the one that is named.
     *
     * @throws AssertionError listing the statements that PostgreSQL can't prepare by their text
     */
    public static void check(String packageName) {
        try (TestDatabase database = TestDatabase.create(SchemaScripts.all());
                Connection connection = database.connect()) {
            List<String> violations = statements(packageName)
                    .flatMap(field -> violation(connection, field).stream())
                    .toList();
            if (!violations.isEmpty()) {
                throw new AssertionError(
                        "Statements that don't tell the types of their parameters; cast these, each place alike:\n"
                                + String.join("\n", violations));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The test server cannot be asked", failure);
        }
    }

    private static Stream<Field> statements(String packageName) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(packageName).stream()
                        .filter(type -> type.getPackageName().endsWith(".postgres"))
                        .map(JavaClass::getFields)
                        .flatMap(Set::stream)
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)
                                && field.getRawType().isEquivalentTo(String.class))
                        .map(JavaField::reflect);
    }

    private static Optional<String> violation(Connection connection, Field field) {
        String text = text(field);
        if (!text.contains(PARAMETER) || text.contains(TEMPLATE)) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("PREPARE law AS " + text);
            statement.execute("DEALLOCATE law");
            return Optional.empty();
        } catch (SQLException refused) {
            // Anything else is no whole statement, but a part of some.
            return TYPES_NOT_TOLD.contains(refused.getSQLState())
                    ? Optional.of(field.getDeclaringClass().getSimpleName() + "." + field.getName() + ": "
                            + refused.getMessage().lines().findFirst().orElse(""))
                    : Optional.empty();
        }
    }

    private static String text(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The constant " + field + " cannot be read", e);
        }
    }
}
