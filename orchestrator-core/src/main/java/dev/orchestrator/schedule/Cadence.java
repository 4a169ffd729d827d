package dev.orchestrator.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** The times at which a schedule is due. */
public sealed interface Cadence {
    /** The first due time after the moment; empty when none is left. */
    Optional<Instant> next(Instant after);

    /** The last due time that is not after the moment; empty when there was none. */
    Optional<Instant> latest(Instant moment);

    /** For people to read, in orchestrator-core's words: {@code cron[…]}, {@code interval[…]} or {@code date[…]}. */
    String trigger();

    /**
     * At the local times that a cron expression of five fields (minute, hour, day of month, month, day of week) names.
     *
     * <p>A local time that the clocks skip is due as much later as they skip; one that they show twice is due the first time,
     * unless the expression names every hour, which then counts the repeated hour too.
     */
    record Cron(String expression, ZoneId zone) implements Cadence {
        public Cron {
            CronTimes.of(expression, zone);
        }

        @Override
        public Optional<Instant> next(Instant after) {
            return CronTimes.of(expression, zone).next(after);
        }

        @Override
        public Optional<Instant> latest(Instant moment) {
            return CronTimes.of(expression, zone).latest(moment);
        }

        @Override
        public String trigger() {
            return "cron[" + expression + ", " + zone + "]";
        }
    }

    /** At the start and every so often after it, whatever the clocks on the wall show. */
    record Interval(Duration every, Instant start) implements Cadence {
        private static final Duration SHORTEST = Duration.ofSeconds(1);
        private static final Duration LONGEST = Duration.ofDays(3660);

        public Interval {
            if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
                throw new InvalidCadence("An interval is at least a second and at most ten years, got "
                        + every.toSeconds() + " seconds");
            }
        }

        @Override
        public Optional<Instant> next(Instant after) {
            return Optional.of(after.isBefore(start) ? start : at(passed(after) + 1));
        }

        @Override
        public Optional<Instant> latest(Instant moment) {
            return moment.isBefore(start) ? Optional.empty() : Optional.of(at(passed(moment)));
        }

        private long passed(Instant moment) {
            return Duration.between(start, moment).dividedBy(every);
        }

        private Instant at(long count) {
            return start.plus(every.multipliedBy(count));
        }

        @Override
        public String trigger() {
            String time = "%d:%02d:%02d".formatted(every.toHoursPart(), every.toMinutesPart(), every.toSecondsPart());
            long days = every.toDays();
            return "interval[" + (days == 0 ? "" : days + (days == 1 ? " day, " : " days, ")) + time + "]";
        }
    }

    /** At one moment. */
    record Once(Instant at) implements Cadence {
        @Override
        public Optional<Instant> next(Instant after) {
            return Optional.of(at).filter(moment -> moment.isAfter(after));
        }

        @Override
        public Optional<Instant> latest(Instant moment) {
            return Optional.of(at).filter(due -> !due.isAfter(moment));
        }

        @Override
        public String trigger() {
            return "date[" + at + "]";
        }
    }
}
