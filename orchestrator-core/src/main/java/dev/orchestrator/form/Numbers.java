package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Reads numbers from JSON numbers and texts, and writes equal numbers as equal JSON. */
final class Numbers {
    /** More digits are an attack, not a number: some arithmetic takes time by the size of the exponent. */
    private static final int MAX_DIGITS = 400;

    private static final int MAX_TEXT = 1000;
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+(_[0-9]+)*(\\.0*)?");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,9})?");

    private Numbers() {}

    static BigDecimal readInteger(JsonNode input, Findings findings) {
        if (input.isBoolean()) {
            return input.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        if (input.isTextual()) {
            return readIntegerText(input, findings);
        }
        if (!input.isNumber()) {
            findings.refuse("int_type", "Input should be a valid integer", input);
            return null;
        }
        BigDecimal value = finite(input, findings);
        if (value != null && value.stripTrailingZeros().scale() > 0) {
            findings.refuse(
                    "int_from_float", "Input should be a valid integer, got a number with a fractional part", input);
            return null;
        }
        return value;
    }

    private static BigDecimal readIntegerText(JsonNode input, Findings findings) {
        String text = input.asText().strip();
        if (text.length() > MAX_DIGITS) {
            findings.refuse(
                    "int_parsing_size", "Unable to parse input string as an integer, exceeded maximum size", input);
            return null;
        }
        if (!INTEGER.matcher(text).matches()) {
            findings.refuse(
                    "int_parsing", "Input should be a valid integer, unable to parse string as an integer", input);
            return null;
        }
        return new BigDecimal(text.replace("_", "")).setScale(0);
    }

    static BigDecimal readDecimal(JsonNode input, Findings findings) {
        if (input.isBoolean()) {
            return input.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        if (input.isNumber()) {
            return finite(input, findings);
        }
        if (!input.isTextual()) {
            findings.refuse("float_type", "Input should be a valid number", input);
            return null;
        }
        String text = input.asText().strip();
        if (text.length() > MAX_TEXT || !DECIMAL.matcher(text).matches()) {
            findings.refuse(
                    "float_parsing", "Input should be a valid number, unable to parse string as a number", input);
            return null;
        }
        return finite(new BigDecimal(text), input, findings);
    }

    private static BigDecimal finite(JsonNode input, Findings findings) {
        boolean floating = input.isDouble() || input.isFloat();
        boolean infinite = floating && !Double.isFinite(input.doubleValue());
        return finite(infinite ? null : input.decimalValue(), input, findings);
    }

    private static BigDecimal finite(BigDecimal value, JsonNode input, Findings findings) {
        if (value == null || value.precision() - (long) value.scale() > MAX_DIGITS || value.scale() > MAX_DIGITS) {
            findings.refuse("finite_number", "Input should be a finite number", input);
            return null;
        }
        return value;
    }

    /** Whole numbers as integers, others as floating point where that is exact. */
    static JsonNode node(BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.scale() <= 0) {
            return node(plain.toBigInteger());
        }
        double nearest = plain.doubleValue();
        return new BigDecimal(Double.toString(nearest)).compareTo(plain) == 0
                ? JsonNodeFactory.instance.numberNode(nearest)
                : JsonNodeFactory.instance.numberNode(plain);
    }

    private static JsonNode node(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return JsonNodeFactory.instance.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE
                ? JsonNodeFactory.instance.numberNode(value.longValue())
                : JsonNodeFactory.instance.numberNode(value);
    }
}
