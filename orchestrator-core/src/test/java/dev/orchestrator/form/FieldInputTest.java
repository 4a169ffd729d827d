package dev.orchestrator.form;

import static dev.orchestrator.form.FormPages.error;
import static dev.orchestrator.form.FormPages.errors;
import static dev.orchestrator.form.FormPages.input;
import static dev.orchestrator.form.FormPages.json;
import static dev.orchestrator.form.FormPages.wire;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.product.IpPrefix;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldInputTest {
    enum Mode {
        A,
        B,
        C
    }

    enum Only {
        ONE
    }

    record Group(String value) implements Choice {}

    record Port(@Min(1) int number, @Nullable String note) {}

    record Everything(
            @Nullable @Size(min = 2, max = 4) String text,
            @Nullable @Size(min = 1) String some,
            @Nullable @NotBlank String filled,
            @Nullable @Pattern(regexp = "[a-z]+") String lower,
            @Nullable @Email String email,
            @Nullable Cron cron,
            @Nullable UUID id,
            @Nullable LocalDate day,
            @Nullable InetAddress address,
            @Nullable IpPrefix network,
            @Nullable @Range(max = 150) Integer age,
            @Nullable Long big,
            @Nullable BigInteger huge,

            @Nullable
            @MultipleOf("5")
            @DecimalMin(value = "0", inclusive = false)
            @DecimalMax(value = "100", inclusive = false)
            Integer steps,

            @Nullable @DecimalMin("0.5") @MultipleOf("0.1") BigDecimal price,
            @Nullable Double ratio,
            @Nullable Instant at,
            @Nullable Boolean flag,
            @Nullable Mode mode,
            @Nullable Only only,
            @Nullable Group none,
            @Nullable @Size(min = 2, max = 3) List<Integer> numbers,

            @Nullable @Size(min = 1, max = 1) @UniqueElements
            List<Mode> one,

            @Nullable @UniqueElements List<Integer> distinct,
            @Nullable Port port,
            @Nullable List<Port> ports) {}

    private static final Form FORM =
            Form.page("Everything", Everything.class).choices(Group.class, new LinkedHashMap<>(Map.of()));

    record Strict(String text, int number, boolean flag, Boolean agreed, Mode mode, List<String> list, Port port) {}

    private static final Form STRICT = Form.page("Strict", Strict.class);

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text     | "a"          | string_too_short        | String should have at least 2 characters | {"min_length": 2}
            text     | "abcde"      | string_too_long         | String should have at most 4 characters  | {"max_length": 4}
            some     | ""           | string_too_short        | String should have at least 1 character  | {"min_length": 1}
            filled   | " \\t"       | string_too_short        | String should have at least 1 character  | {"min_length": 1}
            text     | 12           | string_type             | Input should be a valid string | null
            text     | ["ab"]       | string_type             | Input should be a valid string | null
            text     | {}           | string_type             | Input should be a valid string | null
            text     | "a\\u0000b"  | string_nul              | String should not contain the NUL character | null
            text     | "a\\ud800b"  | string_unicode          | Input should be a valid string, with whole characters only | null
            lower    | "aB"         | string_pattern_mismatch | String should match pattern '[a-z]+' | {"pattern": "[a-z]+"}
            lower    | "ab\\n"      | string_pattern_mismatch | String should match pattern '[a-z]+' | {"pattern": "[a-z]+"}
            email    | "ada"        | value_error             | value is not a valid email address: An email address must have an @-sign | {"reason": "An email address must have an @-sign"}
            email    | "a@b@c.nl"   | value_error             | value is not a valid email address: It should look like name@example.org | {"reason": "It should look like name@example.org"}
            email    | "ada@home"   | value_error             | value is not a valid email address: It should look like name@example.org | {"reason": "It should look like name@example.org"}
            cron     | "* * *"      | value_error             | Input should be a cron expression of five fields | {"error": "Input should be a cron expression of five fields"}
            cron     | 5            | string_type             | Input should be a valid string | null
            id       | "x"          | uuid_parsing            | Input should be a valid UUID, invalid character: expected [0-9a-fA-F-], found `x` at 1 | {"error": "invalid character: expected [0-9a-fA-F-], found `x` at 1"}
            id       | "12"         | uuid_parsing            | Input should be a valid UUID, invalid length or grouping: expected 32 digits in groups of 8, 4, 4, 4 and 12 | {"error": "invalid length or grouping: expected 32 digits in groups of 8, 4, 4, 4 and 12"}
            id       | 12           | uuid_type               | UUID input should be a string | null
            day      | "2026-02-30" | date_parsing            | Input should be a valid date in the format YYYY-MM-DD | null
            day      | 20260201     | date_parsing            | Input should be a valid date in the format YYYY-MM-DD | null
            address  | "192.0.2.256" | ip_any_address         | value is not a valid IPv4 or IPv6 address | null
            address  | "localhost"  | ip_any_address          | value is not a valid IPv4 or IPv6 address | null
            address  | 1            | ip_any_address          | value is not a valid IPv4 or IPv6 address | null
            network  | "192.0.2.1/24" | ip_any_network        | value is not a valid IPv4 or IPv6 network | null
            network  | "192.0.2.0"  | ip_any_network          | value is not a valid IPv4 or IPv6 network | null
            age      | "old"        | int_parsing             | Input should be a valid integer, unable to parse string as an integer | null
            age      | ""           | int_parsing             | Input should be a valid integer, unable to parse string as an integer | null
            age      | "1.5"        | int_parsing             | Input should be a valid integer, unable to parse string as an integer | null
            age      | "٣"          | int_parsing             | Input should be a valid integer, unable to parse string as an integer | null
            age      | 1.5          | int_from_float          | Input should be a valid integer, got a number with a fractional part | null
            age      | [1]          | int_type                | Input should be a valid integer | null
            age      | 151          | less_than_equal         | Input should be less than or equal to 150 | {"le": 150}
            age      | -1           | greater_than_equal      | Input should be greater than or equal to 0 | {"ge": 0}
            age      | 1e999        | finite_number           | Input should be a finite number | null
            big      | 9223372036854775808 | less_than_equal  | Input should be less than or equal to 9223372036854775807 | {"le": 9223372036854775807}
            steps    | 0            | greater_than            | Input should be greater than 0 | {"gt": 0}
            steps    | 100          | less_than               | Input should be less than 100 | {"lt": 100}
            steps    | 7            | multiple_of             | Input should be a multiple of 5 | {"multiple_of": 5}
            price    | 0.4          | greater_than_equal      | Input should be greater than or equal to 0.5 | {"ge": 0.5}
            price    | 0.55         | multiple_of             | Input should be a multiple of 0.1 | {"multiple_of": 0.1}
            price    | "cheap"      | float_parsing           | Input should be a valid number, unable to parse string as a number | null
            price    | []           | float_type              | Input should be a valid number | null
            ratio    | "1e999999999" | finite_number          | Input should be a finite number | null
            ratio    | "NaN"        | float_parsing           | Input should be a valid number, unable to parse string as a number | null
            at       | "tomorrow"   | int_parsing             | Input should be a valid integer, unable to parse string as an integer | null
            at       | 31556889864403200 | less_than_equal    | Input should be less than or equal to 31556889864403199 | {"le": 31556889864403199}
            flag     | "perhaps"    | bool_parsing            | Input should be a valid boolean, unable to interpret input | null
            flag     | 2            | bool_parsing            | Input should be a valid boolean, unable to interpret input | null
            flag     | []           | bool_type               | Input should be a valid boolean | null
            mode     | "d"          | enum                    | Input should be 'a', 'b' or 'c' | {"expected": "'a', 'b' or 'c'"}
            mode     | 1            | enum                    | Input should be 'a', 'b' or 'c' | {"expected": "'a', 'b' or 'c'"}
            only     | "two"        | enum                    | Input should be 'one' | {"expected": "'one'"}
            none     | "x"          | enum                    | There is nothing to choose from | {"expected": ""}
            numbers  | [1]          | too_short               | List should have at least 2 items after validation, not 1 | {"field_type": "List", "min_length": 2, "actual_length": 1}
            numbers  | [1, 2, 3, 4] | too_long                | List should have at most 3 items after validation, not 4 | {"field_type": "List", "max_length": 3, "actual_length": 4}
            one      | []           | too_short               | List should have at least 1 item after validation, not 0 | {"field_type": "List", "min_length": 1, "actual_length": 0}
            one      | ["a", "b"]   | too_long                | List should have at most 1 item after validation, not 2 | {"field_type": "List", "max_length": 1, "actual_length": 2}
            numbers  | "1, 2"       | list_type               | Input should be a valid list | null
            distinct | [1, "1"]     | unique_list             | List must be unique | null
            port     | 80           | model_type              | Input should be an object | null
            """)
    void refusesWhatDoesNotFit(String field, String value, String type, String message, String context) {
        FieldError error = error(FORM, "{\"%s\": %s}".formatted(field, value));

        assertThat(error.type()).isEqualTo(type);
        assertThat(error.loc()).containsExactly(field);
        assertThat(error.msg()).isEqualTo(message);
        assertThat(error.input()).isEqualTo(json(value));
        assertThat(error.ctx() == null ? json("null") : wire(error.ctx())).isEqualTo(json(context));
    }

    @ParameterizedTest(name = "{0} {1} as {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text     | "😀😀😀😀"    | "😀😀😀😀"
            text     | " a "        | " a "
            email    | "ada@example.org" | "ada@example.org"
            cron     | "*/5 0-6 1,15 * MON" | "*/5 0-6 1,15 * MON"
            id       | "59289A57-70FB-4FF5-9C93-10FE67B12434" | "59289a57-70fb-4ff5-9c93-10fe67b12434"
            id       | "59289a5770fb4ff59c9310fe67b12434"     | "59289a57-70fb-4ff5-9c93-10fe67b12434"
            day      | "2026-02-28" | "2026-02-28"
            address  | "192.0.2.1"  | "192.0.2.1"
            address  | "2001:DB8:0:0::1" | "2001:db8::1"
            network  | "192.0.2.0/24" | "192.0.2.0/24"
            network  | "2001:0db8::/32" | "2001:db8::/32"
            age      | "36"         | 36
            age      | " 36 "       | 36
            age      | "+36"        | 36
            age      | "36.0"       | 36
            age      | "1_0"        | 10
            age      | 36.0         | 36
            age      | 1e2          | 100
            age      | true         | 1
            age      | false        | 0
            age      | null         | null
            big      | 9223372036854775807    | 9223372036854775807
            huge     | 9223372036854775808    | 9223372036854775808
            price    | "0.70"       | 0.7
            price    | 1            | 1
            ratio    | "1e3"        | 1000
            ratio    | 0.1          | 0.1
            ratio    | "-.5"        | -0.5
            at       | "1700000000" | 1700000000
            flag     | true         | true
            flag     | 1            | true
            flag     | 0.0          | false
            flag     | "TRUE"       | true
            flag     | "yes"        | true
            flag     | "on"         | true
            flag     | "t"          | true
            flag     | "y"          | true
            flag     | "1"          | true
            flag     | 0            | false
            flag     | "false"      | false
            flag     | "no"         | false
            flag     | "off"        | false
            flag     | "f"          | false
            flag     | "n"          | false
            flag     | "0"          | false
            mode     | "b"          | "b"
            numbers  | ["1", 2.0]   | [1, 2]
            distinct | []           | []
            port     | {"number": "80"}     | {"number": 80, "note": null}
            ports    | [{"number": 1, "note": "a"}] | [{"number": 1, "note": "a"}]
            """)
    void readsWhatIsMeant(String field, String value, String expected) {
        JsonNode input = input(FORM, "{\"%s\": %s}".formatted(field, value));

        assertThat(input.get(field)).isEqualTo(json(expected));
    }

    @Test
    void fillsInNullForEverythingOptional() {
        assertThat(input(FORM, "{}")).hasSize(26).allMatch(JsonNode::isNull);
    }

    @Test
    void refusesAnIntegerOfThousandsOfDigits() {
        ObjectNode page = JsonNodeFactory.instance.objectNode().put("huge", "9".repeat(5000));

        assertThat(FORM.replay(List.of(page)))
                .isInstanceOfSatisfying(
                        FormReply.Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(FieldError::type)
                                .containsExactly("int_parsing_size"));
    }

    @Test
    void locatesErrorsInsideListsAndObjects() {
        List<FieldError> errors =
                errors(FORM, "{'numbers': [1, 'x', 2.5], 'ports': [{'number': 1}, {'note': 3, 'speed': 1}]}");

        assertThat(errors)
                .extracting(error -> error.type() + " " + error.loc())
                .containsExactly(
                        "int_parsing [numbers, 1]",
                        "int_from_float [numbers, 2]",
                        "missing [ports, 1, number]",
                        "string_type [ports, 1, note]",
                        "extra_forbidden [ports, 1, speed]");
        assertThat(errors.get(2).input()).isEqualTo(json("{'note': 3, 'speed': 1}"));
    }

    @Test
    void showsThePageAsTheInputOfAMissingField() {
        FieldError error = errors(STRICT, "{'text': 'a'}").getFirst();

        assertThat(wire(error)).isEqualTo(json("""
                {"type": "missing", "loc": ["number"], "msg": "field required", "input": {"text": "a"}}"""));
    }

    @Test
    void readsABareBooleanThatIsMissingAsFalse() {
        assertThat(errors(STRICT, "{}"))
                .extracting(error -> error.loc().getFirst())
                .containsExactly("text", "number", "agreed", "mode", "list", "port");
    }

    @Test
    void refusesNullWhereAValueIsRequired() {
        String page = "{'text':null,'number':null,'flag':null,'agreed':null,'mode':null,'list':null,'port':null}";

        assertThat(errors(STRICT, page))
                .extracting(FieldError::type)
                .containsExactly(
                        "string_type", "int_type", "bool_type", "bool_type", "enum", "list_type", "model_type");
    }

    @Test
    void refusesUnknownFields() {
        assertThat(wire(error(FORM, "{'colour': 'red'}"))).isEqualTo(json("""
                {"type": "extra_forbidden", "loc": ["colour"], "msg": "Extra inputs are not permitted", "input": "red"}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "'text'", "7", "true", "null"})
    void refusesAPageThatIsNoObject(String page) {
        FieldError error = error(STRICT, page);

        assertThat(error.type()).isEqualTo("model_type");
        assertThat(error.msg()).isEqualTo("Input should be an object");
        assertThat(error.loc()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'group_id': 287381102, 'name': 'alpha', 'mode': 'ok', 'nothing': null, 'tags': ['a']}",
                "{'group_id': '287381102', 'id': '59289A57-70FB-4FF5-9C93-10FE67B12434'}"
            })
    void acceptsReadOnlyValuesAsTheyWere(String page) {
        assertThat(input(FieldSchemaTest.FIXED, page)).isEqualTo(json("""
                {"group_id": 287381102, "name": "alpha", "id": "59289a57-70fb-4ff5-9c93-10fe67b12434", "mode": "ok",
                 "nothing": null, "tags": ["a"]}"""));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            group_id | 5     | 287381102
            group_id | "x"   | 287381102
            group_id | null  | 287381102
            name     | "b"   | 'alpha'
            mode     | "broken" | 'ok'
            nothing  | 1     | null
            tags     | []    | ["a"]
            """)
    void refusesAChangedReadOnlyValue(String field, String value, String expected) {
        FieldError error = error(FieldSchemaTest.FIXED, "{\"%s\": %s}".formatted(field, value));

        assertThat(error.type()).isEqualTo("literal_error");
        assertThat(error.loc()).containsExactly(field);
        assertThat(error.msg()).isEqualTo("Input should be " + expected);
        assertThat(error.ctx().get("expected").asText()).isEqualTo(expected);
    }
}
