package dev.orchestrator.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartupFiguresTest {
    @Test
    void theMedianIsNotMovedByOneSlowStart() {
        assertThat(StartupBenchmark.median(List.of(1.2, 9.0, 1.0, 1.1, 1.3))).isEqualTo(1.2);
    }
}
