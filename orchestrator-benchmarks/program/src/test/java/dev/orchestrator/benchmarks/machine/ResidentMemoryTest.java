package dev.orchestrator.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orchestrator.benchmarks.measure.BenchmarkFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResidentMemoryTest {
    @Test
    void readsTheResidentMemoryOfAProcess() {
        assertThat(ResidentMemory.mebibytes(List.of("VmPeak:\t  999999 kB", "VmRSS:\t  153600 kB")))
                .isEqualTo(150);
        assertThat(ResidentMemory.mebibytes(ProcessHandle.current().pid())).isPositive();
    }

    @Test
    void saysWhenTheSystemDoesNotTell() {
        assertThatExceptionOfType(BenchmarkFailure.class).isThrownBy(() -> ResidentMemory.mebibytes(List.of()));
    }
}
