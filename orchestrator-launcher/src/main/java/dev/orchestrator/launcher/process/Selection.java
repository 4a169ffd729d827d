package dev.orchestrator.launcher.process;

import dev.orchestrator.launcher.LauncherException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Which processes are meant, in the words of the API's lists; all conditions must hold. */
final class Selection {
    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([smhd])");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS, "d", ChronoUnit.DAYS);

    @Option(names = "--workflow", paramLabel = "NAME", description = "Of this workflow.")
    private Optional<String> workflow = Optional.empty();

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            split = ",",
            description = "At one of these statuses: failed,waiting for instance.")
    private List<String> statuses = List.of();

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            description = "CREATE, MODIFY, TERMINATE, SYSTEM, VALIDATE or RECONCILE.")
    private Optional<String> target = Optional.empty();

    @Option(names = "--product", paramLabel = "NAME", description = "Of a subscription to this product.")
    private Optional<String> product = Optional.empty();

    @Option(
            names = "--failed-reason",
            paramLabel = "TEXT",
            description = "Failed with a reason that contains this text.")
    private Optional<String> failedReason = Optional.empty();

    @Option(names = "--older-than", paramLabel = "AGE", description = "Started longer ago: 90s, 30m, 12h or 7d.")
    private Optional<String> olderThan = Optional.empty();

    @Option(
            names = "--where",
            paramLabel = "FIELD=VALUE",
            description = "Any other field that the API's list can be filtered by.")
    private Map<String, String> where = new LinkedHashMap<>();

    @Option(names = "--query", paramLabel = "TEXT", description = "A search, as in the web UI.")
    private Optional<String> query = Optional.empty();

    boolean isEmpty() {
        return parameters(Clock.systemUTC()).isEmpty();
    }

    /** The parameters of the API's list. */
    Map<String, String> parameters(Clock clock) {
        Map<String, String> parameters = new LinkedHashMap<>();
        List<String> filters = filters(clock);
        if (!filters.isEmpty()) {
            parameters.put("filter", String.join(",", filters));
        }
        query.ifPresent(text -> parameters.put("query", text));
        return parameters;
    }

    private List<String> filters(Clock clock) {
        Map<String, String> conditions = new LinkedHashMap<>(where);
        workflow.ifPresent(name -> conditions.put("workflow_name", name));
        target.ifPresent(name -> conditions.put("target", name));
        product.ifPresent(name -> conditions.put("product", name));
        failedReason.ifPresent(text -> conditions.put("failed_reason", "%" + text + "%"));
        olderThan.ifPresent(age -> conditions.put("started_at", "<" + before(clock, age)));
        if (!statuses.isEmpty()) {
            conditions.put("last_status", String.join("|", statuses));
        }
        List<String> pairs = new ArrayList<>();
        conditions.forEach((field, value) -> {
            pairs.add(withoutComma(field));
            pairs.add(withoutComma(value));
        });
        return pairs;
    }

    private static String withoutComma(String text) {
        if (text.contains(",")) {
            throw new LauncherException(
                    "A filter can't contain a comma; found " + text + ". Use % for any text instead");
        }
        return text;
    }

    private static Instant before(Clock clock, String age) {
        Matcher matcher = AGE.matcher(age);
        if (!matcher.matches()) {
            throw new LauncherException("An age is a number and s, m, h or d, such as 12h; found " + age);
        }
        Duration duration = Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2)));
        return clock.instant().minus(duration).truncatedTo(ChronoUnit.SECONDS);
    }
}
