package dev.orchestrator.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** Figures for people. */
public final class FigureTable {
    private static final String ROW = "%-30s %12s %-14s %12s %7s  %s%n";

    private FigureTable() {}

    public static String of(List<Figure> figures) {
        StringBuilder table = new StringBuilder(ROW.formatted("figure", "value", "unit", "limit", "ratio", "target"));
        figures.forEach(figure -> table.append(ROW.formatted(
                        figure.name(),
                        number(figure.value()),
                        figure.unit(),
                        number(figure.limit()),
                        String.format(Locale.ROOT, "%.2f", figure.ratio()),
                        target(figure.target()))
                .stripTrailing()
                .concat(System.lineSeparator())));
        return table.toString();
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, Math.abs(number) < 100 ? "%.2f" : "%,.0f", number);
    }

    private static String target(Figure.Target target) {
        if (target.text().isEmpty()) {
            return "";
        }
        return target.text() + (target.reached() ? " (reached)" : " (MISSED)");
    }
}
