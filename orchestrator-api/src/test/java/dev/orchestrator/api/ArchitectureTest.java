package dev.orchestrator.api;

import dev.orchestrator.testkit.ArchitectureLaws;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void keepsTheLaws() {
        ArchitectureLaws.check("dev.orchestrator.api");
    }
}
