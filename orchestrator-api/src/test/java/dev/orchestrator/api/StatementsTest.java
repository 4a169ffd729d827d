package dev.orchestrator.api;

import dev.orchestrator.testkit.StatementLaws;
import org.junit.jupiter.api.Test;

class StatementsTest {
    @Test
    void tellTheTypesOfTheirParameters() {
        StatementLaws.check("dev.orchestrator.api");
    }
}
