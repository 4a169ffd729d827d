package dev.orchestrator.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.state.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final Figure reached = Figure.atMost("graphql-page-statements", 2, "statements", 3);
    private final Figure missed = Figure.atMost("api-ready", 3.123456789, "s", 2.5);

    @Test
    void jsonIsAListOfNameValueUnitLimitAndRatio() {
        assertThat(FigureJson.of(List.of(reached, missed)))
                .isEqualTo("[{\"name\":\"graphql-page-statements\",\"value\":2,\"unit\":\"statements\",\"limit\":3,"
                        + "\"ratio\":1.5},{\"name\":\"api-ready\",\"value\":3.12346,\"unit\":\"s\",\"limit\":2.5,"
                        + "\"ratio\":0.800395}]");
    }

    @Test
    void largeNumbersStayReadableAsNumbers() {
        Figure large = Figure.atMost("large", 12_345_678, "requests/s", 1);

        assertThat(Json.parse(FigureJson.of(List.of(large)))
                        .path(0)
                        .path("value")
                        .asLong())
                .isEqualTo(12_345_700);
    }

    @Test
    void theTableSaysWhichTargetsWereReached() {
        assertThat(FigureTable.of(List.of(reached, missed)).lines().skip(1))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("<= 3 statements (reached)"),
                        line -> assertThat(line).endsWith("<= 2.5 s (MISSED)"));
    }
}
