package dev.orchestrator.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarksTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpNamesTheBenchmarks() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "reads",
                        "throughput",
                        "latency",
                        "backlog",
                        "held-snapshot",
                        "two-workers",
                        "recovery",
                        "crowd",
                        "endurance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "301", "many"})
    void refusesTimesThatAreNoUse(String seconds) {
        assertThat(run("reads", "--seconds", seconds)).isEqualTo(2);
        assertThat(err.toString()).contains("--seconds");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"throughput", "backlog", "held-snapshot", "two-workers"})
    void refusesSizesThatAreNoUse(String benchmark) {
        assertThat(run(benchmark, "--processes", "5")).isEqualTo(2);
        assertThat(run(benchmark, "--rounds", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--processes has to be from 100", "--rounds has to be from 1");
    }

    @ParameterizedTest
    @CsvSource({
        "latency, --starts, 20, 100000",
        "endurance, --minutes, 1, 10000",
        "migration, --processes, 1, 1000000",
        "check, --processes, 1, 1000000"
    })
    void saysHowManyItTakesAndHowManyWereAskedFor(String benchmark, String option, int fewest, int most) {
        assertThat(run(benchmark, option, "0")).isEqualTo(2);
        assertThat(err.toString()).contains(option + " has to be from " + fewest + " to " + most + ", not 0");
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
