package dev.orchestrator.workflowtest;

import dev.orchestrator.testkit.ArchitectureLaws;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void obeysTheLaws() {
        ArchitectureLaws.check("dev.orchestrator.workflowtest");
    }
}
