package dev.orchestrator.benchmarks.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orchestrator.benchmarks.ledger.Poisons;
import dev.orchestrator.benchmarks.machine.Checkout;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Real workers, a real database and every kind of fault, with processes under way all the time. */
class FailureSuiteTest {
    private static final long SEED = 7;
    private static final int WORKERS = 2;
    private static final int UNDER_WAY = 60;

    private static final Checkout CHECKOUT = new Checkout(
            Path.of(System.getProperty("orchestrator.root")).toAbsolutePath().normalize());

    @Test
    void losesAndDoublesNothingUnderAnyFault() throws Exception {
        ChaosReport report = run(chaos -> {
            for (Fault fault : Fault.values()) {
                chaos.inject(fault);
            }
        });

        assertTrue(report.isClean(), report::toString);
        assertTrue(report.processes() >= UNDER_WAY, report::toString);
        assertEquals(Poisons.NAMES.size(), report.poisons(), report::toString);
    }

    private static ChaosReport run(ChaosRun.Plan plan) throws Exception {
        return new ChaosRun(CHECKOUT, SEED, WORKERS, UNDER_WAY, System.out::println).with(plan);
    }
}
