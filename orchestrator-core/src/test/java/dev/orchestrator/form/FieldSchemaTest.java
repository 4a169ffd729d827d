package dev.orchestrator.form;

import static dev.orchestrator.form.FormPages.json;
import static dev.orchestrator.form.FormPages.property;
import static dev.orchestrator.form.FormPages.schema;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.orchestrator.form.Display.Buttons;
import dev.orchestrator.form.Display.Callout;
import dev.orchestrator.form.Display.Divider;
import dev.orchestrator.form.Display.Label;
import dev.orchestrator.form.Display.Markdown;
import dev.orchestrator.form.Display.Summary;
import dev.orchestrator.form.Display.Tone;
import dev.orchestrator.product.IpPrefix;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldSchemaTest {
    private static final UUID ID = UUID.fromString("59289a57-70fb-4ff5-9c93-10fe67b12434");

    enum SyncMode implements Labelled {
        OK("Just sync"),
        @JsonProperty("broken")
        FAIL("Fail in the sync step");

        private final String label;

        SyncMode(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    enum Colour {
        RED,
        DARK_BLUE
    }

    record GroupChoice(String value) implements Choice {}

    record Port(@Min(1) int portNumber, @Nullable String note) {}

    record Texts(
            String plain,
            @NotNull @Size(min = 2, max = 40) String sized,
            @NotBlank String filled,
            @NotEmpty String present,
            @Pattern(regexp = "[a-z]+") String lower,
            @Pattern(regexp = "^[a-z]+$") String anchored,

            @Pattern(regexp = "[a-z]+", flags = Pattern.Flag.CASE_INSENSITIVE)
            String anyCase,

            @Email String address,
            @Nullable @LongText @Size(max = 200) String remark,
            @Hidden @Default("t-1") String token,
            @Format("contactPersonName") String contact,

            @Title("Your name") @Description("As in the passport")
            String titled,

            Cron cadence,
            @Nullable Cron maybeCadence,
            UUID id,
            @Format("subscription") UUID subscriptionId,
            LocalDate day,
            InetAddress loopback,
            @Nullable IpPrefix network,
            Optional<String> maybe) {}

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plain           | {"type": "string", "title": "Plain"}
            sized           | {"type": "string", "title": "Sized", "minLength": 2, "maxLength": 40}
            filled          | {"type": "string", "title": "Filled", "minLength": 1}
            present         | {"type": "string", "title": "Present", "minLength": 1}
            lower           | {"type": "string", "title": "Lower", "pattern": "^(?:[a-z]+)$"}
            anchored        | {"type": "string", "title": "Anchored", "pattern": "^[a-z]+$"}
            any_case        | {"type": "string", "title": "Any Case"}
            address         | {"type": "string", "title": "Address", "format": "email"}
            remark          | {"anyOf": [{"type": "string", "format": "long", "maxLength": 200}, {"type": "null"}], "title": "Remark", "default": null}
            token           | {"type": "string", "title": "Token", "format": "hidden", "default": "t-1"}
            contact         | {"type": "string", "title": "Contact", "format": "contactPersonName"}
            titled          | {"type": "string", "title": "Your name", "description": "As in the passport"}
            cadence         | {"type": "string", "title": "Cron"}
            maybe_cadence   | {"anyOf": [{"type": "string"}, {"type": "null"}], "title": "Cron", "default": null}
            id              | {"type": "string", "title": "Id", "format": "uuid"}
            subscription_id | {"type": "string", "title": "Subscription Id", "format": "subscription"}
            day             | {"type": "string", "title": "Day", "format": "date"}
            loopback        | {"type": "string", "title": "Loopback", "format": "ipvanyaddress"}
            network         | {"anyOf": [{"type": "string", "format": "ipvanynetwork"}, {"type": "null"}], "title": "Network", "default": null}
            maybe           | {"anyOf": [{"type": "string"}, {"type": "null"}], "title": "Maybe", "default": null}
            """)
    void describesTexts(String name, String expected) {
        assertThat(property(Form.page("Texts", Texts.class), name)).isEqualTo(json(expected));
    }

    record NumbersAndTimes(
            int count,
            @Nullable @Range(max = 150) Integer age,
            @Min(1) @Max(100) @Default("10") int batchSize,
            @Positive @MultipleOf("8") long prefix,
            @NegativeOrZero BigInteger debt,

            @DecimalMin("0.5") @DecimalMax(value = "10", inclusive = false)
            BigDecimal price,

            double ratio,
            boolean sendWelcome,
            Boolean agreed,
            Instant dueAt,

            @Nullable
            @Timestamp(showTime = false, locale = "nl-nl", dateFormat = "DD-MM-YYYY", timeFormat = "HH:mm")
            @Min(0)
            @Max(99)
            Instant day) {}

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            count        | {"type": "integer", "title": "Count"}
            age          | {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 150}, {"type": "null"}], "title": "Age", "default": null}
            batch_size   | {"type": "integer", "title": "Batch Size", "minimum": 1, "maximum": 100, "default": 10}
            prefix       | {"type": "integer", "title": "Prefix", "exclusiveMinimum": 0, "multipleOf": 8}
            debt         | {"type": "integer", "title": "Debt", "maximum": 0}
            price        | {"type": "number", "title": "Price", "minimum": 0.5, "exclusiveMaximum": 10}
            ratio        | {"type": "number", "title": "Ratio"}
            send_welcome | {"type": "boolean", "title": "Send Welcome", "default": false}
            agreed       | {"type": "boolean", "title": "Agreed"}
            due_at       | {"type": "number", "format": "timestamp", "title": "Due At", "uniforms": {"showTimeSelect": true, "locale": null, "min": null, "max": null, "dateFormat": null, "timeFormat": null}, "extraProperties": {"showTimeSelect": true, "locale": null, "min": null, "max": null, "dateFormat": null, "timeFormat": null}}
            day          | {"anyOf": [{"type": "number", "format": "timestamp"}, {"type": "null"}], "title": "Day", "default": null, "uniforms": {"showTimeSelect": false, "locale": "nl-nl", "min": 0, "max": 99, "dateFormat": "DD-MM-YYYY", "timeFormat": "HH:mm"}, "extraProperties": {"showTimeSelect": false, "locale": "nl-nl", "min": 0, "max": 99, "dateFormat": "DD-MM-YYYY", "timeFormat": "HH:mm"}}
            """)
    void describesNumbersAndTimes(String name, String expected) {
        assertThat(property(Form.page("Numbers", NumbersAndTimes.class), name)).isEqualTo(json(expected));
    }

    record ChoicesAndLists(
            SyncMode mode,
            @Nullable SyncMode fallback,
            @Radio SyncMode shown,
            @Nullable @Radio SyncMode maybeShown,
            @Default("broken") SyncMode usual,
            @Format("productId") GroupChoice product,
            List<Colour> colours,
            List<String> tags,
            @Size(min = 1, max = 3) @UniqueElements List<@Size(max = 5) @LongText String> words,
            @Nullable List<@Range(min = 1, max = 4094) Integer> vlans,
            Port port,
            @Nullable Port backup,
            @NotEmpty List<Port> ports) {}

    private static final Form CHOICES = Form.page("Choices", ChoicesAndLists.class)
            .choices(GroupChoice.class, new LinkedHashMap<>(Map.of("p1", "Port")));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            mode        | {"$ref": "#/$defs/SyncMode"}
            fallback    | {"anyOf": [{"$ref": "#/$defs/SyncMode"}, {"type": "null"}], "default": null}
            shown       | {"$ref": "#/$defs/SyncMode", "format": "radio"}
            maybe_shown | {"anyOf": [{"$ref": "#/$defs/SyncMode", "format": "radio"}, {"type": "null"}], "default": null}
            usual       | {"$ref": "#/$defs/SyncMode", "default": "broken"}
            product     | {"$ref": "#/$defs/GroupChoice", "format": "productId"}
            colours     | {"type": "array", "title": "Colours", "items": {"$ref": "#/$defs/Colour"}}
            tags        | {"type": "array", "title": "Tags", "items": {"type": "string"}}
            words       | {"type": "array", "title": "Words", "items": {"type": "string", "format": "long", "maxLength": 5}, "minItems": 1, "maxItems": 3, "uniqueItems": true}
            vlans       | {"anyOf": [{"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 4094}}, {"type": "null"}], "title": "Vlans", "default": null}
            port        | {"$ref": "#/$defs/Port"}
            backup      | {"anyOf": [{"$ref": "#/$defs/Port"}, {"type": "null"}], "default": null}
            ports       | {"type": "array", "title": "Ports", "items": {"$ref": "#/$defs/Port"}, "minItems": 1}
            """)
    void describesChoicesAndLists(String name, String expected) {
        assertThat(property(CHOICES, name)).isEqualTo(json(expected));
    }

    @Test
    void definesEachChoiceAndObjectOnce() {
        assertThat(schema(CHOICES).get("$defs")).isEqualTo(json("""
                {"SyncMode": {"title": "SyncMode", "type": "string", "enum": ["ok", "broken"],
                              "options": {"ok": "Just sync", "broken": "Fail in the sync step"}},
                 "GroupChoice": {"title": "GroupChoice", "type": "string", "enum": ["p1"], "options": {"p1": "Port"}},
                 "Colour": {"title": "Colour", "type": "string", "enum": ["red", "dark_blue"],
                            "options": {"red": "red", "dark_blue": "dark_blue"}},
                 "Port": {"title": "Port", "type": "object", "additionalProperties": false, "required": ["port_number"],
                          "properties": {
                            "port_number": {"type": "integer", "title": "Port Number", "minimum": 1},
                            "note": {"anyOf": [{"type": "string"}, {"type": "null"}], "title": "Note", "default": null}}}}"""));
    }

    @Test
    void requiresWhatIsNeitherOptionalNorPreFilled() {
        assertThat(schema(CHOICES).get("required"))
                .isEqualTo(json("['mode', 'shown', 'product', 'colours', 'tags', 'words', 'port', 'ports']"));
    }

    record PreFilled(
            String username,
            @Nullable Integer age,
            SyncMode mode,
            GroupChoice group,
            UUID id,
            Instant dueAt,
            Cron cadence,
            List<Port> ports,
            BigDecimal price) {}

    @Test
    void preFillsEveryKindOfValue() {
        Form form = Form.page("Pre-filled", PreFilled.class)
                .choices(GroupChoice.class, Map.of("g1", "Alpha"))
                .defaults(new PreFilled(
                        "ada",
                        36,
                        SyncMode.FAIL,
                        new GroupChoice("g1"),
                        ID,
                        Instant.ofEpochSecond(1_700_000_000),
                        new Cron("0 4 * * 1"),
                        List.of(new Port(80, null)),
                        new BigDecimal("0.10")));

        assertThat(schema(form).get("properties").findValues("default"))
                .containsExactly(
                        json("'ada'"),
                        json("36"),
                        json("'broken'"),
                        json("'g1'"),
                        json("'" + ID + "'"),
                        json("1700000000"),
                        json("'0 4 * * 1'"),
                        json("[{'port_number': 80, 'note': null}]"),
                        json("0.1"));
        assertThat(schema(form).has("required")).isFalse();
    }

    record Fixed(
            @ReadOnly long groupId,
            @ReadOnly String name,
            @ReadOnly UUID id,
            @ReadOnly SyncMode mode,
            @ReadOnly @Nullable Integer nothing,
            @ReadOnly List<String> tags) {}

    static final Form FIXED = Form.page("Fixed", Fixed.class)
            .defaults(new Fixed(287381102, "alpha", ID, SyncMode.OK, null, List.of("a")));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            group_id | {"type": "integer", "title": "Group Id", "const": 287381102, "default": 287381102, "uniforms": {"disabled": true, "value": 287381102}, "extraProperties": {"disabled": true, "value": 287381102}}
            name     | {"type": "string", "title": "Name", "const": "alpha", "default": "alpha", "uniforms": {"disabled": true, "value": "alpha"}, "extraProperties": {"disabled": true, "value": "alpha"}}
            mode     | {"$ref": "#/$defs/SyncMode", "const": "ok", "default": "ok", "uniforms": {"disabled": true, "value": "ok"}, "extraProperties": {"disabled": true, "value": "ok"}}
            nothing  | {"anyOf": [{"type": "integer"}, {"type": "null"}], "title": "Nothing", "const": null, "default": null, "uniforms": {"disabled": true, "value": null}, "extraProperties": {"disabled": true, "value": null}}
            tags     | {"type": "array", "items": {"type": "string"}, "title": "Tags", "const": ["a"], "default": ["a"], "uniforms": {"disabled": true, "value": ["a"]}, "extraProperties": {"disabled": true, "value": ["a"]}}
            """)
    void describesReadOnlyFields(String name, String expected) {
        assertThat(property(FIXED, name)).isEqualTo(json(expected));
    }

    record Shown(
            Label areYouSure, Divider rule, Markdown manual, Callout warning, Summary userSummary, Buttons buttons) {}

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            are_you_sure | {"type": "string", "format": "label", "title": "Are You Sure", "default": "Are you sure?", "readOnly": true}
            rule         | {"type": "string", "format": "divider", "title": "Rule", "default": null, "readOnly": true}
            manual       | {"type": "string", "format": "markdown", "title": "Manual", "default": {"content": "# Read", "color": "primary"}, "readOnly": true}
            warning      | {"type": "string", "format": "callout", "title": "Warning", "default": {"header": "Stop", "message": "Look twice", "icon_type": "info", "message_type": "danger"}, "readOnly": true}
            user_summary | {"$ref": "#/$defs/MigrationSummaryValue", "default": null, "format": "summary", "type": "string", "readOnly": true, "uniforms": {"data": {"headers": ["before", "after"], "labels": ["age"], "columns": [["35"], [""]]}}, "extraProperties": {"data": {"headers": ["before", "after"], "labels": ["age"], "columns": [["35"], [""]]}}}
            buttons      | {"type": "object", "title": "Buttons", "default": {"previous": {}, "next": {"text": "Go", "color": "danger"}}, "readOnly": true}
            """)
    void describesWhatIsOnlyShown(String name, String expected) {
        Form form = Form.page("Shown", Shown.class)
                .defaults(new Shown(
                        new Label("Are you sure?"),
                        null,
                        new Markdown("# Read"),
                        new Callout("Stop", "Look twice", Tone.DANGER),
                        Summary.of("before", "after").row("age", 35, null),
                        new Buttons(null, new Buttons.Button("Go", Tone.DANGER))));

        assertThat(property(form, name)).isEqualTo(json(expected));
    }

    @ParameterizedTest
    @CsvSource({"username, Username", "user_group_ids, User Group Ids", "ipv4_address, Ipv4 Address", "_x, X"})
    void makesTitlesFromNames(String name, String title) {
        assertThat(property(Form.page("Titles", fields -> fields.string(name)), name)
                        .get("title")
                        .asText())
                .isEqualTo(title);
    }
}
