package dev.orchestrator.benchmarks.engine;

import dev.orchestrator.benchmarks.report.Figure;
import java.util.ArrayList;
import java.util.List;

/** One thing measured several times, each time beside its limit: what disturbs the machine for a while disturbs both. */
final class Rounds {
    private final List<Double> values = new ArrayList<>();
    private final List<Double> limits = new ArrayList<>();

    void add(double value, double limit) {
        values.add(value);
        limits.add(limit);
    }

    /** The medians of both. */
    Figure figure(String name, String unit, double leastRatio) {
        return Figure.rate(name, median(values), unit, median(limits), leastRatio);
    }

    /** How the median of the values compares to that of the limits. */
    double ratio() {
        return median(values) / median(limits);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
