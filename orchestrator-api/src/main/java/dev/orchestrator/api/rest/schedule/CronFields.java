package dev.orchestrator.api.rest.schedule;

import dev.orchestrator.schedule.InvalidCadence;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cron expression given field by field, in the meaning of APScheduler: days of the week count from Monday as 0, fields that are
 * not given are their first value below the finest one given and every value above it. A field that is null is every value,
 * for that is what the web UI makes of {@code *}.
 */
final class CronFields {
    /** A whole expression in the meaning of crontab, instead of its fields. */
    static final String EXPRESSION = "expression";

    private static final String MINUTE = "minute";
    private static final String HOUR = "hour";
    private static final String DAY_OF_MONTH = "day";
    private static final String MONTH = "month";
    private static final String DAY_OF_WEEK = "day_of_week";

    /** Finest first. */
    static final List<String> NAMES = List.of(MINUTE, HOUR, DAY_OF_WEEK, DAY_OF_MONTH, MONTH);

    private static final String EVERY = "*";
    private static final Map<String, String> FIRST_VALUES =
            Map.of(MINUTE, "0", HOUR, "0", DAY_OF_WEEK, EVERY, DAY_OF_MONTH, "1", MONTH, "1");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    /** A day as a number or name, not the step behind a slash. */
    private static final Pattern DAY = Pattern.compile("(?<![/\\w])(\\d|[a-z]{3})(?!\\w)");

    private CronFields() {}

    static String expression(TriggerArguments arguments) {
        if (arguments.has(EXPRESSION)) {
            return arguments
                    .text(EXPRESSION)
                    .filter(text -> NAMES.stream().noneMatch(arguments::has))
                    .orElseThrow(() -> new InvalidCadence("'expression' should be a text, and the only cron argument"));
        }
        if (NAMES.stream().noneMatch(arguments::has)) {
            throw new InvalidCadence("The trigger 'cron' needs an expression, or at least one of " + NAMES);
        }
        Map<String, String> fields = new HashMap<>();
        boolean finerGiven = false;
        for (String name : NAMES) {
            finerGiven |= arguments.has(name);
            fields.put(name, finerGiven ? field(arguments, name) : FIRST_VALUES.get(name));
        }
        return Stream.of(MINUTE, HOUR, DAY_OF_MONTH, MONTH, DAY_OF_WEEK)
                .map(fields::get)
                .collect(Collectors.joining(" "));
    }

    private static String field(TriggerArguments arguments, String name) {
        String text = arguments.text(name).orElse(EVERY);
        if (text.isEmpty() || text.contains(" ")) {
            throw new InvalidCadence("'" + name + "' should be a field of a cron expression, got '" + text + "'");
        }
        return name.equals(DAY_OF_WEEK) ? dayOfWeek(text) : text;
    }

    /** In a crontab's numbers, with 7 for Sunday, so that a range up to it is one. */
    private static String dayOfWeek(String text) {
        return DAY.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(CronFields::crontabDay);
    }

    private static String crontabDay(MatchResult day) {
        String text = day.group();
        int place = DAYS.indexOf(text);
        if (place < 0 && Character.isDigit(text.charAt(0))) {
            place = Integer.parseInt(text);
        }
        if (place < 0 || place >= DAYS.size()) {
            throw new InvalidCadence(
                    "'day_of_week' should be made of 0 (Monday) to 6, or of " + DAYS + ", got " + text);
        }
        return String.valueOf(place + 1);
    }
}
