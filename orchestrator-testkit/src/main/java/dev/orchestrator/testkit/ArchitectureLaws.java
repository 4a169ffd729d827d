package dev.orchestrator.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;

/** The laws that every module's packages and names obey; each module has a test that calls {@link #check}. */
public final class ArchitectureLaws {
    private static final Set<String> FORBIDDEN_SUFFIXES =
            Set.of("Impl", "Manager", "Helper", "Util", "Utils", "Data", "Info", "Dto", "Base");
    private static final Set<String> FORBIDDEN_PACKAGES = Set.of(
            "common",
            "util",
            "utils",
            "helper",
            "helpers",
            "impl",
            "internal",
            "model",
            "models",
            "dto",
            "service",
            "services");
    private static final String[] STARTERS_OF_PROGRAMS = {
        "dev.orchestrator.benchmarks..",
        "dev.orchestrator.embedded..",
        "dev.orchestrator.launcher..",
        "dev.orchestrator.testkit.."
    };

    private ArchitectureLaws() {}

    /**
     * Checks the main classes of the packages and of all packages below them.
     *
     * @throws AssertionError listing all violations of the first law that is broken
     */
    public static void check(String... packages) {
        check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(packages));
    }

    static void check(JavaClasses classes) {
        laws().check(classes);
    }

    private static ArchRule laws() {
        return CompositeArchRule.of(List.of(
                packagesAreFreeOfCycles(),
                noClassDependsOnAChildOfItsPackage(),
                onlyAdaptersKnowAdapters(),
                onlyStartersOfProgramsKnowTheirProcesses(),
                namesSayWhatTheyMean(),
                packagesAreNamedForTheDomain()));
    }

    private static ArchRule packagesAreFreeOfCycles() {
        return slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();
    }

    private static ArchRule noClassDependsOnAChildOfItsPackage() {
        return classes().should(new ArchCondition<JavaClass>("not depend on a child of their package") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                String children = origin.getPackageName() + ".";
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                    if (dependency.getTargetClass().getPackageName().startsWith(children)) {
                        events.add(SimpleConditionEvent.violated(origin, dependency.getDescription()));
                    }
                }
            }
        });
    }

    private static ArchRule onlyAdaptersKnowAdapters() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..postgres..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.orchestrator..postgres..")
                .allowEmptyShould(true);
    }

    private static ArchRule onlyStartersOfProgramsKnowTheirProcesses() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(STARTERS_OF_PROGRAMS)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.lang.Process.class, ProcessBuilder.class, ProcessHandle.class)
                .because("a process is the domain's, except where a program is really started")
                .allowEmptyShould(true);
    }

    private static ArchRule namesSayWhatTheyMean() {
        return noClasses().should().haveSimpleNameStartingWith("Abstract").orShould(haveAForbiddenSuffix());
    }

    private static ArchCondition<JavaClass> haveAForbiddenSuffix() {
        return ArchCondition.from(DescribedPredicate.describe(
                "have a name that ends with one of " + FORBIDDEN_SUFFIXES,
                type -> FORBIDDEN_SUFFIXES.stream().anyMatch(type.getSimpleName()::endsWith)));
    }

    private static ArchRule packagesAreNamedForTheDomain() {
        return noClasses()
                .should(ArchCondition.from(DescribedPredicate.describe(
                        "reside in a package named one of " + FORBIDDEN_PACKAGES,
                        type -> List.of(type.getPackageName().split("\\.", -1)).stream()
                                .anyMatch(FORBIDDEN_PACKAGES::contains))));
    }

    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }
}
