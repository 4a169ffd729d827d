package dev.orchestrator.benchmarks.reads;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orchestrator.benchmarks.measure.BenchmarkFailure;
import org.junit.jupiter.api.Test;

class SameAnswerTest {
    @Test
    void takesAnotherOrderOfKeysAndAnotherSpellingOfNumbers() {
        assertThatCode(() -> SameAnswer.check("page", "{\"a\": 1.0, \"b\": [null]}", "{\"b\": [null], \"a\": 1}"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAnotherValueAnywhere() {
        assertThatExceptionOfType(BenchmarkFailure.class)
                .isThrownBy(() -> SameAnswer.check("page", "{\"a\": [{\"b\": 1}]}", "{\"a\": [{\"b\": 2}]}"))
                .withMessageStartingWith("page: our answer and that of the hand-written SQL differ.");
    }

    @Test
    void refusesAnotherOrderOfElements() {
        assertThatExceptionOfType(BenchmarkFailure.class)
                .isThrownBy(() -> SameAnswer.check("page", "[1, 2]", "[2, 1]"));
    }
}
