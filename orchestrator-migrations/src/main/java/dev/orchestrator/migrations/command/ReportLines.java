package dev.orchestrator.migrations.command;

import dev.orchestrator.evolution.Finding;
import dev.orchestrator.evolution.InFlightReport;
import dev.orchestrator.evolution.PatchAdvice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The check of live processes in words, for people. */
record ReportLines(Consumer<String> out) {
    private static final List<String> HEADS =
            List.of("WORKFLOW", "VERSION", "STEP", "PROCESSES", "EXAMPLE", "WHAT BECOMES OF THEM");

    void print(InFlightReport report) {
        if (report.findings().isEmpty()) {
            out.accept("No process is in flight.");
        } else {
            printTable(report.findings());
        }
        printAdvice(report);
    }

    void printTable(List<Finding> findings) {
        List<List<String>> rows = Stream.concat(
                        Stream.of(HEADS), findings.stream().map(ReportLines::row))
                .toList();
        int[] widths = IntStream.range(0, HEADS.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        rows.forEach(row -> out.accept(line(row, widths)));
    }

    /** What may be tidied up now; a patch that has to stay is told as well. */
    void printAdvice(InFlightReport report) {
        report.patches().stream().map(PatchAdvice::toString).forEach(out);
        report.versionsWithoutProcesses().stream()
                .map(version -> "No process is left on " + version + ": it can be removed")
                .forEach(out);
    }

    private static List<String> row(Finding finding) {
        String fate = finding.fate().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return List.of(
                finding.workflow().name(),
                Integer.toString(finding.workflow().number()),
                finding.step(),
                Integer.toString(finding.processes()),
                finding.example().toString(),
                finding.reason().isEmpty() ? fate : fate + ": " + finding.reason());
    }

    private static String line(List<String> row, int[] widths) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            cells.add(row.get(column)
                    + " ".repeat(widths[column] - row.get(column).length()));
        }
        return String.join("  ", cells).stripTrailing();
    }
}
