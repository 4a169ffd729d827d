package dev.orchestrator.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureLawsTest {
    @Test
    void holdHere() {
        assertThatCode(() -> ArchitectureLaws.check("dev.orchestrator.testkit", "dev.orchestrator.embedded"))
                .doesNotThrowAnyException();
    }

    @Test
    void letAPackageUseItsNeighbours() {
        assertThatCode(() -> check("testkit.laws.good")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "elsewhere, really started, Starter",
        "testkit.laws.cycle, be free of cycles, First",
        "testkit.laws.child, not depend on a child of their package, Parent",
        "testkit.laws.adapter, postgres, Outsider",
        "testkit.laws.names, Manager, ThingManager",
        "testkit.laws.util, util, Thing",
    })
    void nameTheLawAndTheClassThatBreaksIt(String fixture, String law, String offender) {
        assertThatThrownBy(() -> check(fixture))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(law)
                .hasMessageContaining(offender);
    }

    private static void check(String fixture) {
        ArchitectureLaws.check(new ClassFileImporter().importPackages("dev.orchestrator." + fixture));
    }
}
