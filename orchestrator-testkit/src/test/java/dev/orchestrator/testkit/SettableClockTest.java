package dev.orchestrator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SettableClockTest {
    private final SettableClock clock = SettableClock.at("2026-01-01T00:00:00Z");

    @Test
    void movesOnlyWhenItIsMoved() {
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));

        clock.advance(Duration.ofMinutes(90));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-01T01:30:00Z"));
    }

    @Test
    void movesInAllItsZonesAtOnce() {
        Clock elsewhere = clock.withZone(ZoneId.of("Europe/Amsterdam"));

        clock.setTo(Instant.parse("2027-05-05T05:05:05Z"));

        assertThat(elsewhere.instant()).isEqualTo(Instant.parse("2027-05-05T05:05:05Z"));
        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
    }
}
