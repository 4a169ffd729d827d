package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.orchestrator.product.IpPrefix;
import dev.orchestrator.product.ValueType;
import dev.orchestrator.state.Json;
import java.net.InetAddress;
import java.time.LocalDate;

/**
 * A value that people write as text, in its one spelling when read.
 *
 * @param error the name of the error for what is no such value
 * @param expectation what is said of it
 */
record ParsedTextType(ValueType value, String format, String error, String expectation) implements FieldType {
    static final ParsedTextType DATE =
            of(LocalDate.class, "date", "date_parsing", "Input should be a valid date in the format YYYY-MM-DD");
    static final ParsedTextType IP_ADDRESS =
            of(InetAddress.class, "ipvanyaddress", "ip_any_address", "value is not a valid IPv4 or IPv6 address");
    static final ParsedTextType IP_PREFIX =
            of(IpPrefix.class, "ipvanynetwork", "ip_any_network", "value is not a valid IPv4 or IPv6 network");

    private static ParsedTextType of(Class<?> type, String format, String error, String expectation) {
        return new ParsedTextType(ValueType.of(type).orElseThrow(), format, error, expectation);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return Json.object().put("type", "string").put("format", format);
    }

    @Override
    public JsonNode read(JsonNode input, Findings findings) {
        try {
            return TextNode.valueOf(value.toText(value.ofText(input.textValue())));
        } catch (IllegalArgumentException wrong) {
            return findings.refuse(error, expectation, input);
        }
    }
}
