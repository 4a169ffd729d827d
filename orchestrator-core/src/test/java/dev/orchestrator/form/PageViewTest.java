package dev.orchestrator.form;

import static dev.orchestrator.form.FormPages.json;
import static dev.orchestrator.form.FormPages.pages;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.orchestrator.state.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageViewTest {
    enum Mode {
        JUST_SYNC,
        @JsonProperty("broken")
        FAIL
    }

    record Group(String value) implements Choice {}

    record Port(int number) {}

    record Page(
            UUID id,
            Instant at,
            Cron cadence,
            Mode mode,
            @Nullable Mode fallback,
            List<Group> groups,
            List<Port> ports,
            BigDecimal price,
            Optional<Long> maybe,
            @Nullable Integer age,
            boolean flag) {}

    record Renamed(@JsonProperty("noc-contact") String contact, String customerID) {}

    @Test
    void namesAComponentAsTheJsonMapperDoes() {
        var complete = (FormReply.Complete)
                Form.page("Page", Renamed.class).replay(pages("{'noc-contact': 'ada', 'customer_id': 'c1'}"));

        assertThat(Json.as(complete.input(), Renamed.class)).isEqualTo(new Renamed("ada", "c1"));
    }

    private static final String POSTED = """
            {"id": "59289A57-70FB-4FF5-9C93-10FE67B12434", "at": "60", "cadence": "0 4 * * 1", "mode": "just_sync",
             "fallback": "broken", "groups": ["g1"], "ports": [{"number": "80"}], "price": "0.1", "flag": "yes"}""";

    private static final Page SEEN = new Page(
            UUID.fromString("59289a57-70fb-4ff5-9c93-10fe67b12434"),
            Instant.ofEpochSecond(60),
            new Cron("0 4 * * 1"),
            Mode.JUST_SYNC,
            Mode.FAIL,
            List.of(new Group("g1")),
            List.of(new Port(80)),
            new BigDecimal("0.1"),
            Optional.empty(),
            null,
            true);

    private static final FormPage<Page> PAGE =
            Form.page("Page", Page.class).choices(Group.class, Map.of("g1", "Alpha"));

    @Test
    void givesTheNextPageTheValuesInTheirJavaTypes() {
        List<Page> seen = new ArrayList<>();

        PAGE.then(page -> {
                    seen.add(page);
                    return Form.end();
                })
                .replay(pages(POSTED));

        assertThat(seen).containsExactly(SEEN);
    }

    @Test
    void canBeReadFromTheStateLaterOn() {
        var complete = (FormReply.Complete) PAGE.replay(pages(POSTED));

        assertThat(Json.as(complete.input(), Page.class)).isEqualTo(SEEN);
    }

    @Test
    void acceptsItsOwnValuesAsDefaults() {
        var complete = (FormReply.Complete) PAGE.defaults(SEEN).replay(pages("{}"));

        assertThat(Json.as(complete.input(), Page.class)).isEqualTo(SEEN);
        assertThat(complete.input().get("mode")).isEqualTo(json("'just_sync'"));
    }
}
