package dev.orchestrator.form;

import static dev.orchestrator.form.FormPages.asked;
import static dev.orchestrator.form.FormPages.error;
import static dev.orchestrator.form.FormPages.errors;
import static dev.orchestrator.form.FormPages.input;
import static dev.orchestrator.form.FormPages.json;
import static dev.orchestrator.form.FormPages.schema;
import static dev.orchestrator.form.FormPages.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.form.Display.Divider;
import dev.orchestrator.product.IpPrefix;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RunTimePageTest {
    private static final String ID = "59289a57-70fb-4ff5-9c93-10fe67b12434";

    record Port(int number) {}

    private static Map<String, String> products() {
        Map<String, String> products = new LinkedHashMap<>();
        products.put("p2", "User internal");
        products.put("p1", "User external");
        return products;
    }

    @Test
    void buildsTheProductPage() {
        Form form = Form.page(
                        null,
                        fields -> fields.choice("product", "ProductChoice", products())
                                .format("productId"))
                .unannounced();

        assertThat(schema(form)).isEqualTo(json("""
                {"title": "unknown", "type": "object", "additionalProperties": false, "required": ["product"],
                 "properties": {"product": {"$ref": "#/$defs/ProductChoice", "format": "productId"}},
                 "$defs": {"ProductChoice": {"title": "ProductChoice", "type": "string", "enum": ["p2", "p1"],
                                             "options": {"p2": "User internal", "p1": "User external"}}}}"""));
        assertThat(wire(asked(form).meta())).isEqualTo(json("null"));
        assertThat(error(form, "{'product': 'p3'}").msg()).isEqualTo("Input should be 'p2' or 'p1'");
    }

    private static FormPage<ObjectNode> subscriptionPage() {
        return Form.page(null, fields -> {
                    fields.uuid("subscription_id");
                    fields.integer("version").optional();
                })
                .unannounced();
    }

    @Test
    void buildsTheSubscriptionPage() {
        assertThat(schema(subscriptionPage())).isEqualTo(json("""
                {"title": "unknown", "type": "object", "additionalProperties": false, "required": ["subscription_id"],
                 "properties": {
                   "subscription_id": {"type": "string", "format": "uuid", "title": "Subscription Id"},
                   "version": {"anyOf": [{"type": "integer"}, {"type": "null"}], "title": "Version", "default": null}}}"""));
        assertThat(input(subscriptionPage(), "{'subscription_id': '%s'}".formatted(ID)))
                .isEqualTo(json("{'subscription_id': '%s', 'version': null}".formatted(ID)));
    }

    @Test
    void refusesAStaleVersionAtTheRoot() {
        Form form = subscriptionPage()
                .check(page -> page.get("version").asInt() == 4
                        ? Optional.empty()
                        : Optional.of("Stale data: given version (%s) does not match the current version (4)"
                                .formatted(page.get("version").asText())));

        FieldError error = error(form, "{'subscription_id': '%s', 'version': 1}".formatted(ID));

        assertThat(error.type()).isEqualTo("value_error");
        assertThat(error.loc()).containsExactly("__root__");
        assertThat(error.msg()).isEqualTo("Stale data: given version (1) does not match the current version (4)");
    }

    private static FormPage<ObjectNode> everything() {
        return Form.page("Everything", fields -> {
            fields.string("name").size(2, 5).pattern(Pattern.compile("[a-z]+")).title("Your name");
            fields.string("remark").longText().optional().description("What else");
            fields.string("token").hidden().defaultsTo("t");
            fields.string("address").email().optional();
            fields.show("rule", new Divider());
            fields.bool("flag").defaultsTo(true);
            fields.integer("steps").min(5).max(20).multipleOf(5).defaultsTo(10);
            fields.number("price").optional();
            fields.timestamp("at").defaultsTo(Instant.ofEpochSecond(60));
            fields.cron("cadence").optional();
            fields.date("day").defaultsTo(LocalDate.EPOCH);
            fields.ipAddress("loopback").optional();
            fields.ipPrefix("network").defaultsTo(IpPrefix.of("192.0.2.0/24"));
            fields.choice("product", "ProductChoice", products()).radio().defaultsTo("p1");
            fields.list("vlans", item -> item.integer("vlan").min(1).max(4094))
                    .size(0, 2)
                    .unique()
                    .defaultsTo(List.of(7));
            fields.object("port", Port.class).defaultsTo(new Port(80));
            fields.integer("fixed").readOnly(42);
            fields.integer("empty").readOnly(null);
        });
    }

    @Test
    void readsEveryKindOfField() {
        assertThat(input(everything(), "{'name': 'ada', 'steps': '15', 'vlans': ['1', 2]}"))
                .isEqualTo(json("""
                {"name": "ada", "remark": null, "token": "t", "address": null, "flag": true, "steps": 15, "price": null,
                 "at": 60, "cadence": null, "day": "1970-01-01", "loopback": null, "network": "192.0.2.0/24", "product": "p1", "vlans": [1, 2], "port": {"number": 80}, "fixed": 42,
                 "empty": null}"""));
    }

    @Test
    void checksEveryKindOfField() {
        String page = "{'name': 'A', 'address': 'x', 'steps': 6, 'vlans': [0], 'port': {}, 'fixed': 1, 'empty': 1}";

        assertThat(errors(everything(), page))
                .extracting(error -> error.loc() + " " + error.type())
                .containsExactly(
                        "[name] string_too_short",
                        "[address] value_error",
                        "[steps] multiple_of",
                        "[vlans, 0] greater_than_equal",
                        "[port, number] missing",
                        "[fixed] literal_error",
                        "[empty] literal_error");
    }

    @Test
    void keepsTheOrderInWhichFieldsAreAdded() {
        assertThat(asked(everything()).schema().get("properties").fieldNames())
                .toIterable()
                .startsWith("name", "remark", "token", "address", "rule", "flag")
                .endsWith("fixed", "empty");
    }

    @Test
    void takesDefaultsAsJson() {
        ObjectNode current = (ObjectNode) json("{'subscription_id': '%s', 'version': 3}".formatted(ID));

        assertThat(input(subscriptionPage().defaults(current), "{}")).isEqualTo(current);
    }

    @Test
    void refusesADefaultForAFieldThatDoesNotExist() {
        Form form = subscriptionPage().defaults((ObjectNode) json("{'colour': 'red'}"));

        assertThatIllegalArgumentException().isThrownBy(() -> asked(form)).withMessageContaining("colour");
    }

    @Test
    void validatesADefaultThatNobodyChanged() {
        Form form = Form.page("Steps", fields -> fields.integer("steps").max(20).defaultsTo(50));

        assertThat(schema(form).get("properties").get("steps").get("default").asInt())
                .isEqualTo(50);
        assertThat(error(form, "{}").type()).isEqualTo("less_than_equal");
    }
}
