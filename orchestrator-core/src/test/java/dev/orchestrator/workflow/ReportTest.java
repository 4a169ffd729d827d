package dev.orchestrator.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.form.FieldError;
import dev.orchestrator.form.Nullable;
import dev.orchestrator.state.Json;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    /** A part of the report. */
    record Port(String name, @Min(1) int speed) {}

    /** The report. */
    record Answer(
            @Size(min = 2) String status,
            List<Port> ports,
            @Nullable String remark) {}

    /** Has what no form can ask for. */
    record Unreadable(Map<String, String> anything) {}

    private final Report report = new Report(Answer.class);

    @Test
    void takesValuesInTheirTypeAndKeepsWhatItDoesNotName() {
        JsonNode sent = Json.parse("""
                {"status": "ok", "ports": [{"name": "a", "speed": "10", "x": 1}], "more": true}
                """);

        Report.Laid laid = report.lay(sent);

        assertThat(laid.errors()).isEmpty();
        assertThat(laid.report()).isEqualTo(Json.parse("""
                {"status": "ok", "ports": [{"name": "a", "speed": 10}], "more": true}
                """));
    }

    @Test
    void tellsAllThatIsWrongAndWhere() {
        JsonNode sent = Json.parse("""
                {"status": "o", "ports": [{"name": "a", "speed": 0, "x": 1}], "more": true}
                """);

        Report.Laid laid = report.lay(sent);

        assertThat(laid.report()).isEqualTo(sent);
        assertThat(laid.errors())
                .extracting(FieldError::type, FieldError::loc)
                .containsExactly(
                        tuple("string_too_short", List.of("status")),
                        tuple("greater_than_equal", List.of("ports", 0, "speed")));
        assertThat(Report.inWords(laid.errors()))
                .startsWith("status (String should have at least 2 characters), ports.0.speed (");
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThat(report.lay(Json.parse("[1]")).errors())
                .extracting(FieldError::type)
                .containsExactly("model_type");
    }

    @Test
    void refusesARecordThatNoReportCanBeReadAs() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Report(Unreadable.class));
    }
}
