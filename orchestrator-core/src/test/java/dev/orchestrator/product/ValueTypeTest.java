package dev.orchestrator.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.orchestrator.state.Json;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTypeTest {
    enum Level {
        @JsonProperty("in-between")
        BETWEEN,
        TOP_MOST
    }

    static Stream<Arguments> texts() throws Exception {
        return Stream.of(
                Arguments.of(String.class, "", ""),
                Arguments.of(Integer.class, "-7", -7),
                Arguments.of(Long.class, "9007199254740993", 9_007_199_254_740_993L),
                Arguments.of(Boolean.class, "True", true),
                Arguments.of(Boolean.class, "False", false),
                Arguments.of(
                        UUID.class,
                        "6a1c0000-0000-4000-8000-000000000001",
                        UUID.fromString("6a1c0000-0000-4000-8000-000000000001")),
                Arguments.of(LocalDate.class, "2024-02-29", LocalDate.of(2024, 2, 29)),
                Arguments.of(Instant.class, "2024-02-29T10:00:00Z", Instant.parse("2024-02-29T10:00:00Z")),
                Arguments.of(
                        OffsetDateTime.class, "2024-02-29T10:00+02:00", OffsetDateTime.parse("2024-02-29T10:00+02:00")),
                Arguments.of(InetAddress.class, "192.0.2.1", InetAddress.getByName("192.0.2.1")),
                Arguments.of(IpPrefix.class, "10.0.0.0/8", IpPrefix.of("10.0.0.0/8")),
                Arguments.of(Level.class, "in-between", Level.BETWEEN),
                Arguments.of(Level.class, "top_most", Level.TOP_MOST));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void readsAndWritesTheTextOfTheDatabase(Class<?> javaType, String text, Object value) {
        ValueType type = ValueType.of(javaType).orElseThrow();

        assertThat(type.ofText(text)).isEqualTo(value);
        assertThat(type.toText(value)).isEqualTo(text);
    }

    @Test
    void readsOtherSpellingsOfBooleansAndTimes() {
        assertThat(ValueType.of(Boolean.class).orElseThrow().ofText("true")).isEqualTo(true);
        assertThat(ValueType.of(Instant.class).orElseThrow().ofText("2024-02-29 11:00:00.5+01:00"))
                .isEqualTo(Instant.parse("2024-02-29T10:00:00.500Z"));
    }

    @Test
    void refusesTextOfAnotherTypeAndNeverLooksUpAName() {
        assertThatThrownBy(() -> ValueType.of(Integer.class).orElseThrow().ofText("ten"))
                .hasMessage("'ten' is not a valid Integer");
        assertThatThrownBy(() -> ValueType.of(Level.class).orElseThrow().ofText("TOP_MOST"))
                .hasMessage("'TOP_MOST' is not a valid Level");
        assertThatThrownBy(() -> ValueType.of(InetAddress.class).orElseThrow().ofText("localhost"))
                .hasMessage("'localhost' is not a valid InetAddress")
                .hasRootCauseMessage("'localhost' is not an IP address");
    }

    @Test
    void writesNumbersAndTruthAsJsonAndTheRestAsText() {
        assertThat(ValueType.of(Long.class).orElseThrow().toJson(5L)).isEqualTo(Json.parse("5"));
        assertThat(ValueType.of(Long.class).orElseThrow().toJson(1L << 40)).isEqualTo(Json.parse("1099511627776"));
        assertThat(ValueType.of(Boolean.class).orElseThrow().toJson(true).isBoolean())
                .isTrue();
        assertThat(ValueType.of(Level.class).orElseThrow().toJson(Level.BETWEEN).asText())
                .isEqualTo("in-between");
    }

    @Test
    void knowsNoOtherTypes() {
        assertThat(ValueType.of(Object.class)).isEmpty();
        assertThat(ValueType.of(int.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:0:0:0:0:0:1, 2001:db8::1",
        "0:0:0:0:0:0:0:0, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "fe80:0:0:0:0:0:0:0, fe80::",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1"
    })
    void writesIpv6InItsShortForm(String text, String shortForm) {
        ValueType type = ValueType.of(InetAddress.class).orElseThrow();

        assertThat(type.toText(type.ofText(text))).isEqualTo(shortForm);
    }
}
