package dev.orchestrator.generator;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.orchestrator.testkit.ArchitectureLaws;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void keepsTheLaws() {
        assertThatCode(() -> ArchitectureLaws.check("dev.orchestrator.generator"))
                .doesNotThrowAnyException();
    }
}
