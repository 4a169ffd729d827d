package dev.orchestrator.api.rest.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.schedule.Cadence;
import dev.orchestrator.schedule.InvalidCadence;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A cadence as clients of orchestrator-core write it.
 *
 * @param notBefore the moment before which it is not due; null for now
 */
record Trigger(Cadence cadence, Instant notBefore) {
    /** The kinds of triggers. */
    enum Kind {
        INTERVAL,
        CRON,
        DATE;

        static final String EXPECTED = "'interval', 'cron' or 'date'";

        static Optional<Kind> ofWireName(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
        }
    }

    private static final String TIMEZONE = "timezone";
    private static final String START_DATE = "start_date";
    private static final String RUN_DATE = "run_date";
    private static final Map<String, Duration> SPANS = Map.of(
            "weeks", Duration.ofDays(7),
            "days", Duration.ofDays(1),
            "hours", Duration.ofHours(1),
            "minutes", Duration.ofMinutes(1),
            "seconds", Duration.ofSeconds(1));

    static Trigger of(Kind kind, ObjectNode arguments, Instant now) {
        TriggerArguments read = new TriggerArguments(arguments);
        return switch (kind) {
            case INTERVAL -> interval(read, now);
            case CRON -> cron(read);
            case DATE -> date(read);
        };
    }

    private static Trigger interval(TriggerArguments arguments, Instant now) {
        arguments.allow(SPANS.keySet(), List.of(START_DATE, TIMEZONE));
        Duration every = Duration.ZERO;
        for (Map.Entry<String, Duration> span : SPANS.entrySet()) {
            every = every.plus(span.getValue().multipliedBy(arguments.count(span.getKey())));
        }
        Instant start = arguments.moment(START_DATE, arguments.zone(TIMEZONE)).orElse(null);
        Instant anchor = start == null ? now.truncatedTo(ChronoUnit.SECONDS) : start;
        return new Trigger(new Cadence.Interval(every, anchor), start);
    }

    private static Trigger cron(TriggerArguments arguments) {
        arguments.allow(CronFields.NAMES, List.of(CronFields.EXPRESSION, START_DATE, TIMEZONE));
        ZoneId zone = arguments.zone(TIMEZONE);
        return new Trigger(
                new Cadence.Cron(CronFields.expression(arguments), zone),
                arguments.moment(START_DATE, zone).orElse(null));
    }

    private static Trigger date(TriggerArguments arguments) {
        arguments.allow(List.of(RUN_DATE), List.of(TIMEZONE));
        Instant at = arguments
                .moment(RUN_DATE, arguments.zone(TIMEZONE))
                .orElseThrow(() -> new InvalidCadence("The trigger 'date' needs a run_date"));
        return new Trigger(new Cadence.Once(at), null);
    }
}
