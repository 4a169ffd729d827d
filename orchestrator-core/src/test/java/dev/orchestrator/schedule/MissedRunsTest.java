package dev.orchestrator.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissedRunsTest {
    private static final Instant DUE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Cadence HOURLY = new Cadence.Interval(Duration.ofHours(1), DUE);
    private static final Instant LATER = Instant.parse("2026-01-01T05:30:00Z");
    private static final Optional<Instant> AFTER_THAT = Optional.of(Instant.parse("2026-01-01T06:00:00Z"));

    @Test
    void onTimeEveryPolicyRuns() {
        Instant now = DUE.plusMillis(400);
        Firing expected = new Firing(DUE, Optional.of(DUE.plus(Duration.ofHours(1))), true);

        for (MissedRuns policy : MissedRuns.values()) {
            assertThat(policy.decide(HOURLY, DUE, now)).as(policy.wireName()).isEqualTo(expected);
        }
    }

    @Test
    void skipLeavesMissedTimesOut() {
        assertThat(MissedRuns.SKIP.decide(HOURLY, DUE, LATER))
                .isEqualTo(new Firing(Instant.parse("2026-01-01T05:00:00Z"), AFTER_THAT, false));
    }

    @Test
    void skipStillRunsATimeThatHasJustCome() {
        Instant justAfterFive = Instant.parse("2026-01-01T05:00:10Z");

        assertThat(MissedRuns.SKIP.decide(HOURLY, DUE, justAfterFive).runs()).isTrue();
    }

    @Test
    void onceRunsForAllMissedTimesTogether() {
        assertThat(MissedRuns.ONCE.decide(HOURLY, DUE, LATER))
                .isEqualTo(new Firing(Instant.parse("2026-01-01T05:00:00Z"), AFTER_THAT, true));
    }

    @Test
    void allRunsOneMissedTimeAfterTheOther() {
        assertThat(MissedRuns.ALL.decide(HOURLY, DUE, LATER))
                .isEqualTo(new Firing(DUE, Optional.of(Instant.parse("2026-01-01T01:00:00Z")), true));
    }

    @Test
    void allRunsTheNewestHundredAtMost() {
        Instant aYearLater = DUE.plus(Duration.ofDays(365));

        Firing firing = MissedRuns.ALL.decide(HOURLY, DUE, aYearLater);

        assertThat(firing.due()).isEqualTo(aYearLater.minus(Duration.ofHours(MissedRuns.MOST - 1)));
    }

    @Test
    void aSingleMomentThatWasMissedEnds() {
        Cadence once = new Cadence.Once(DUE);

        assertThat(MissedRuns.ONCE.decide(once, DUE, LATER)).isEqualTo(new Firing(DUE, Optional.empty(), true));
        assertThat(MissedRuns.SKIP.decide(once, DUE, LATER)).isEqualTo(new Firing(DUE, Optional.empty(), false));
    }
}
