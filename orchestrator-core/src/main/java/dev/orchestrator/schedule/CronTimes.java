package dev.orchestrator.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.stream.Stream;

/** The due times of a cron expression in a time zone, those included that the library leaves out where clocks are put forward. */
final class CronTimes {
    private static final int LONGEST_EXPRESSION = 200;

    private final ExecutionTime times;
    private final ZoneId zone;

    private CronTimes(ExecutionTime times, ZoneId zone) {
        this.times = times;
        this.zone = zone;
    }

    /** Refuses what is no expression of five fields. */
    static CronTimes of(String expression, ZoneId zone) {
        if (expression.length() > LONGEST_EXPRESSION) {
            throw new InvalidCadence("A cron expression has at most " + LONGEST_EXPRESSION + " characters");
        }
        try {
            CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
            return new CronTimes(ExecutionTime.forCron(parser.parse(expression)), zone);
        } catch (IllegalArgumentException refused) {
            throw new InvalidCadence(
                    "'" + expression + "' is not a cron expression of five fields (minute, hour, day of month,"
                            + " month, day of week), such as '30 2 * * MON-FRI': " + refused.getMessage());
        }
    }

    Optional<Instant> next(Instant after) {
        Optional<Instant> regular = times.nextExecution(after.atZone(zone)).map(ZonedDateTime::toInstant);
        return gapsAround(after)
                .flatMap(gap -> nextWithin(gap, after).stream())
                .reduce((one, other) -> one.isBefore(other) ? one : other)
                .filter(skipped -> regular.isEmpty() || skipped.isBefore(regular.get()))
                .or(() -> regular);
    }

    Optional<Instant> latest(Instant moment) {
        Instant behind = behind(moment);
        Optional<Instant> regular = times.lastExecution(behind.atZone(zone)).map(ZonedDateTime::toInstant);
        return gapsAround(moment)
                .flatMap(gap -> latestWithin(gap, moment).stream())
                .reduce((one, other) -> one.isAfter(other) ? one : other)
                .filter(skipped -> regular.isEmpty() || skipped.isAfter(regular.get()))
                .or(() -> regular);
    }

    /** The library looks strictly before, in whole seconds. */
    private static Instant behind(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    /** The last time before the moment that clocks were put forward, and the next. */
    private Stream<ZoneOffsetTransition> gapsAround(Instant moment) {
        return Stream.of(
                        Optional.ofNullable(zone.getRules().previousTransition(moment.plusSeconds(1))),
                        Optional.ofNullable(zone.getRules().nextTransition(moment)))
                .flatMap(Optional::stream)
                .filter(ZoneOffsetTransition::isGap);
    }

    /** In the hour that clocks skip, local time goes on by the old offset. */
    private Optional<Instant> nextWithin(ZoneOffsetTransition gap, Instant after) {
        LocalDateTime from = after.isBefore(gap.getInstant())
                ? gap.getDateTimeBefore().minusSeconds(1)
                : LocalDateTime.ofInstant(after, gap.getOffsetBefore());
        return times.nextExecution(from.atZone(ZoneOffset.UTC))
                .map(ZonedDateTime::toLocalDateTime)
                .filter(local -> local.isBefore(gap.getDateTimeAfter()))
                .map(local -> local.toInstant(gap.getOffsetBefore()));
    }

    private Optional<Instant> latestWithin(ZoneOffsetTransition gap, Instant moment) {
        LocalDateTime until = LocalDateTime.ofInstant(behind(moment), gap.getOffsetBefore());
        LocalDateTime end = until.isAfter(gap.getDateTimeAfter()) ? gap.getDateTimeAfter() : until;
        return times.lastExecution(end.atZone(ZoneOffset.UTC))
                .map(ZonedDateTime::toLocalDateTime)
                .filter(local -> !local.isBefore(gap.getDateTimeBefore()))
                .map(local -> local.toInstant(gap.getOffsetBefore()));
    }
}
