package dev.orchestrator.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Test
    void anIntervalIsDueAtItsStartAndEverySoOftenAfter() {
        Cadence hourly = new Cadence.Interval(Duration.ofHours(1), Instant.parse("2026-01-01T00:30:00Z"));

        assertThat(next(hourly, "2025-12-01T00:00:00Z")).isEqualTo("2026-01-01T00:30:00Z");
        assertThat(next(hourly, "2026-01-01T00:30:00Z")).isEqualTo("2026-01-01T01:30:00Z");
        assertThat(next(hourly, "2026-01-05T12:00:00Z")).isEqualTo("2026-01-05T12:30:00Z");
        assertThat(latest(hourly, "2026-01-05T12:29:59Z")).isEqualTo("2026-01-05T11:30:00Z");
        assertThat(hourly.latest(Instant.parse("2026-01-01T00:29:59Z"))).isEmpty();
    }

    @Test
    void aMomentIsDueOnce() {
        Cadence once = new Cadence.Once(Instant.parse("2026-01-01T00:30:00Z"));

        assertThat(next(once, "2026-01-01T00:29:59Z")).isEqualTo("2026-01-01T00:30:00Z");
        assertThat(once.next(Instant.parse("2026-01-01T00:30:00Z"))).isEmpty();
        assertThat(latest(once, "2026-01-01T00:30:00Z")).isEqualTo("2026-01-01T00:30:00Z");
    }

    @Test
    void aCronExpressionIsOfItsTimeZone() {
        Cadence nightly = cron("30 2 * * *");

        assertThat(next(nightly, "2026-01-01T00:00:00Z")).isEqualTo("2026-01-01T01:30:00Z");
        assertThat(next(nightly, "2026-07-01T00:00:00Z")).isEqualTo("2026-07-01T00:30:00Z");
        assertThat(latest(nightly, "2026-07-01T00:30:00Z")).isEqualTo("2026-07-01T00:30:00Z");
        assertThat(latest(nightly, "2026-07-01T00:29:59.999Z")).isEqualTo("2026-06-30T00:30:00Z");
    }

    @Test
    void anHourThatClocksSkipLosesNoDueTime() {
        assertThat(times("30 2 * * *", "2026-03-28T12:00:00Z", 2))
                .containsExactly("2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
        assertThat(latest(cron("30 2 * * *"), "2026-03-29T12:00:00Z")).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(latest(cron("30 2 * * *"), "2026-03-29T01:29:00Z")).isEqualTo("2026-03-28T01:30:00Z");
    }

    @Test
    void anHourThatClocksSkipAddsNoDueTime() {
        assertThat(times("*/30 * * * *", "2026-03-29T00:00:00Z", 4))
                .containsExactly(
                        "2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z", "2026-03-29T02:00:00Z");
        assertThat(times("30 2,3 * * *", "2026-03-28T12:00:00Z", 2))
                .containsExactly("2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    void anHourThatClocksRepeatIsDueOnceUnlessEveryHourIs() {
        assertThat(times("30 2 * * *", "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
        assertThat(times("30 * * * *", "2026-10-24T23:45:00Z", 3))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "0 0 29 2 *, 2026-01-01T00:00:00Z, 2028-02-28T23:00:00Z",
        "0 9 * * MON-FRI, 2026-01-02T12:00:00Z, 2026-01-05T08:00:00Z",
        "0 9 * * 7, 2026-01-02T12:00:00Z, 2026-01-04T08:00:00Z",
        "0 0 1 * 1, 2026-01-02T12:00:00Z, 2026-01-04T23:00:00Z",
        "*/15 8-10 * * *, 2026-01-02T07:50:00Z, 2026-01-02T08:00:00Z"
    })
    void cronExpressionsMeanWhatTheyMeanInCrontabs(String expression, String after, String expected) {
        assertThat(next(cron(expression), after)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "* * * *", "* * * * * *", "61 * * * *", "*/0 * * * *", "5-4 * * * *", "x * * * *", "@daily"})
    void refusesWhatIsNoCronExpression(String expression) {
        assertThatThrownBy(() -> cron(expression))
                .isInstanceOfSatisfying(
                        OrchestratorException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_SCHEDULE))
                .hasMessageContaining("five fields");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-5M", "PT0.5S", "P4000D"})
    void refusesAbsurdIntervals(String every) {
        Duration absurd = Duration.parse(every);

        assertThatThrownBy(() -> new Cadence.Interval(absurd, Instant.EPOCH))
                .isInstanceOf(InvalidCadence.class)
                .hasMessageContaining("at least a second");
    }

    @Test
    void saysWhatItIs() {
        assertThat(cron("30 2 * * *").trigger()).isEqualTo("cron[30 2 * * *, Europe/Amsterdam]");
        assertThat(new Cadence.Interval(Duration.ofMinutes(90), Instant.EPOCH).trigger())
                .isEqualTo("interval[1:30:00]");
        assertThat(new Cadence.Interval(Duration.ofHours(49), Instant.EPOCH).trigger())
                .isEqualTo("interval[2 days, 1:00:00]");
        assertThat(new Cadence.Once(Instant.EPOCH).trigger()).isEqualTo("date[1970-01-01T00:00:00Z]");
    }

    private static Cadence cron(String expression) {
        return new Cadence.Cron(expression, AMSTERDAM);
    }

    private static String next(Cadence cadence, String after) {
        return cadence.next(Instant.parse(after)).orElseThrow().toString();
    }

    private static String latest(Cadence cadence, String moment) {
        return cadence.latest(Instant.parse(moment)).orElseThrow().toString();
    }

    private static List<String> times(String expression, String after, int count) {
        List<String> times = new ArrayList<>();
        for (String moment = after; times.size() < count; ) {
            moment = next(cron(expression), moment);
            times.add(moment);
        }
        return times;
    }
}
