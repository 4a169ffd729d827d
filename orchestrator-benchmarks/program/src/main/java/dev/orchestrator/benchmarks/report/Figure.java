package dev.orchestrator.benchmarks.report;

import dev.orchestrator.benchmarks.measure.Contest;
import java.util.List;

/**
 * One thing that was measured.
 *
 * @param limit the same of the fastest known way to the same answer, measured in the same run; where there is none, the target
 * @param ratio how near the value comes to the limit: 1 is as good, 0.5 half as good, more than 1 better
 * @param target what it is meant to reach
 */
public record Figure(String name, double value, String unit, double limit, double ratio, Target target) {

    /** A bound on a value or on a ratio; missing it is told, and no failure. */
    public record Target(String text, boolean reached) {
        static final Target NONE = new Target("", true);
    }

    /** Requests per second with both percentiles. */
    public static List<Figure> of(String name, Contest.Result result, double leastRatio) {
        return List.of(
                new Figure(
                        name,
                        result.ours().perSecond(),
                        "requests/s",
                        result.limit().perSecond(),
                        result.ratio(),
                        new Target("ratio >= " + leastRatio, result.ratio() >= leastRatio)),
                percentile(name, result, "p50", 0.5),
                percentile(name, result, "p95", 0.95));
    }

    private static Figure percentile(String name, Contest.Result result, String suffix, double share) {
        double value = result.ours().percentileMillis(share);
        double limit = result.limit().percentileMillis(share);
        return new Figure(name + "-" + suffix, value, "ms", limit, limit / value, Target.NONE);
    }

    /** Something of which more is better, beside what was the most that the machine could do, in the same unit. */
    public static Figure rate(String name, double value, String unit, double limit, double leastRatio) {
        double ratio = value / limit;
        return new Figure(
                name, value, unit, limit, ratio, new Target("ratio >= " + plain(leastRatio), ratio >= leastRatio));
    }

    /** Something of which less is better, with nothing to compare it to but its target. */
    public static Figure atMost(String name, double value, String unit, double most) {
        return new Figure(
                name, value, unit, most, most / value, new Target("<= " + plain(most) + " " + unit, value <= most));
    }

    static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
