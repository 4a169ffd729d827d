package dev.orchestrator.launcher.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.launcher.Screen;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Rows with aligned columns; a column named STATUS is coloured where there is a terminal. */
final class Table {
    private static final String STATUS = "STATUS";
    private static final String GAP = "  ";
    private static final int WIDEST = 100;
    private static final String GREEN = "32";
    private static final String RED = "31";
    private static final String YELLOW = "33";
    private static final Map<String, String> COLOURS = Map.ofEntries(
            Map.entry("completed", GREEN),
            Map.entry("complete", GREEN),
            Map.entry("success", GREEN),
            Map.entry("done", GREEN),
            Map.entry("possible", GREEN),
            Map.entry("failed", RED),
            Map.entry("refused", RED),
            Map.entry("api_unavailable", RED),
            Map.entry("inconsistent_data", RED),
            Map.entry("aborted", RED),
            Map.entry("abort", RED),
            Map.entry("waiting", YELLOW),
            Map.entry("suspended", YELLOW),
            Map.entry("suspend", YELLOW),
            Map.entry("awaiting_callback", YELLOW));

    private final Screen screen;
    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();

    Table(Screen screen, String... heads) {
        this.screen = screen;
        this.heads = List.of(heads);
    }

    void add(String... cells) {
        rows.add(Arrays.stream(cells).map(Table::oneLine).toList());
    }

    void print() {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < heads.size(); column++) {
            int index = column;
            widths.add(Math.max(
                    heads.get(index).length(),
                    rows.stream().mapToInt(row -> row.get(index).length()).max().orElse(0)));
        }
        screen.say(line(heads, widths, false));
        rows.forEach(row -> screen.say(line(row, widths, true)));
    }

    private String line(List<String> cells, List<Integer> widths, boolean isColoured) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            boolean isStatus = isColoured && heads.get(column).equals(STATUS) && COLOURS.containsKey(cell);
            line.append(isStatus ? screen.painted(COLOURS.get(cell), cell) : cell)
                    .append(" ".repeat(widths.get(column) - cell.length()))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }

    /** The text of a field, empty for null. */
    static String text(JsonNode object, String field) {
        return object.path(field).isNull() ? "" : object.path(field).asText("");
    }

    /** A time of the API, which is in seconds, where and when the reader is. */
    static String time(JsonNode object, String field) {
        JsonNode seconds = object.path(field);
        return seconds.isNumber()
                ? DateTimeFormatter.ISO_LOCAL_DATE_TIME
                        .withZone(ZoneId.systemDefault())
                        .format(Instant.ofEpochMilli((long) (seconds.asDouble()
                                        * ChronoUnit.SECONDS.getDuration().toMillis()))
                                .truncatedTo(ChronoUnit.SECONDS))
                        .replace('T', ' ')
                : "";
    }

    private static String oneLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1) + "…";
    }
}
