package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.report.Figure;
import dev.orchestrator.benchmarks.report.FigureJson;
import dev.orchestrator.benchmarks.report.FigureTable;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Option;

/** How every benchmark tells what it does and what came out. */
final class Output {
    @Option(
            names = "--json",
            description = "Print a list of {name, value, unit, limit, ratio} instead of a table, and nothing else.")
    private boolean json;

    void print(List<Figure> figures, PrintWriter out) {
        out.print(json ? FigureJson.of(figures) + System.lineSeparator() : FigureTable.of(figures));
        out.flush();
    }

    static void progress(String what) {
        System.err.println(what);
    }
}
