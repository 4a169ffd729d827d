package dev.orchestrator.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarksTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpNamesTheBenchmarks() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("reads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "301", "many"})
    void refusesTimesThatAreNoUse(String seconds) {
        assertThat(run("reads", "--seconds", seconds)).isEqualTo(2);
        assertThat(err.toString()).contains("--seconds");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void asksWhichBenchmarkIsMeant() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("Which benchmark?");
    }

    private int run(String... arguments) {
        return Benchmarks.commandLine(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
