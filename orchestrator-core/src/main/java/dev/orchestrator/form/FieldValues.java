package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.product.IpPrefix;
import dev.orchestrator.state.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What an author writes in Java as a default, as it travels in a page. */
final class FieldValues {
    private FieldValues() {}

    /** The values that a record or JSON gives, by their names on the wire; what is null is not given. */
    static Map<String, Object> ofPage(Object values) {
        Map<String, Object> given = new LinkedHashMap<>();
        if (values instanceof Record page) {
            given.putAll(RecordTypes.values(page));
        } else if (values instanceof ObjectNode page) {
            page.properties().forEach(entry -> given.put(entry.getKey(), entry.getValue()));
        } else {
            throw new IllegalArgumentException("The defaults of a page are its record or a JSON object");
        }
        given.values().removeIf(value -> value == null || value.equals(Optional.empty()));
        return given;
    }

    static JsonNode toJson(Object value) {
        return switch (value) {
            case null -> Json.mapper().nullNode();
            case Optional<?> maybe -> toJson(maybe.orElse(null));
            case JsonNode json -> json.isNumber() ? Numbers.node(json.decimalValue()) : json;
            case Number number -> Numbers.node(new BigDecimal(number.toString()));
            case Instant moment -> Numbers.node(BigDecimal.valueOf(moment.getEpochSecond()));
            case Enum<?> constant -> Json.mapper().getNodeFactory().textNode(RecordTypes.wireName(constant));
            case Choice choice -> Json.mapper().getNodeFactory().textNode(choice.value());
            case Cron cron -> Json.mapper().getNodeFactory().textNode(cron.expression());
            case Collection<?> items ->
                Json.mapper()
                        .createArrayNode()
                        .addAll(items.stream().map(FieldValues::toJson).toList());
            case IpPrefix network -> Json.toTree(network);
            case Record inner -> {
                ObjectNode object = Json.object();
                ofPage(inner).forEach((name, each) -> object.set(name, toJson(each)));
                yield object;
            }
            default -> Json.toTree(value);
        };
    }
}
