package dev.orchestrator.benchmarks.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.orchestrator.state.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Figures for programs: a list of {@code {name, value, unit, limit, ratio}}. */
public final class FigureJson {
    private static final MathContext DIGITS = new MathContext(6);

    private FigureJson() {}

    public static String of(List<Figure> figures) {
        ArrayNode list = Json.mapper().createArrayNode();
        figures.forEach(figure -> list.addObject()
                .put("name", figure.name())
                .put("value", rounded(figure.value()))
                .put("unit", figure.unit())
                .put("limit", rounded(figure.limit()))
                .put("ratio", rounded(figure.ratio())));
        return Json.write(list);
    }

    private static BigDecimal rounded(double number) {
        return new BigDecimal(
                new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString());
    }
}
