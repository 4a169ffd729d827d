package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orchestrator.form.FieldError;
import dev.orchestrator.process.InvalidReport;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.state.Json;
import dev.orchestrator.workflow.Callback;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A callback that says what it expects. */
class CallbackReportTest {
    /** What the other system reports. */
    record Answer(@Size(min = 2) String status, @Min(1) int ports) {}

    private static final TestTask EXPECTING = new TestTask(
            "task",
            steps -> steps.callback("sync", "Sync", Callback.into("result").expecting(Answer.class))
                    .done());
    private static final EngineHarness ENGINE = new EngineHarness(EXPECTING);

    @AfterAll
    static void tearDown() {
        ENGINE.close();
    }

    @Test
    void goesOnWaitingWhenAReportIsRefused() {
        UUID process = awaiting();
        List<String> before = ENGINE.steps(process);

        assertThatExceptionOfType(InvalidReport.class)
                .isThrownBy(() -> ENGINE.callbacks()
                        .receive(process, token(process), Json.object().put("status", "x")))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::type)
                        .containsExactly("string_too_short", "missing"));

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.AWAITING_CALLBACK);
        assertThat(ENGINE.steps(process)).isEqualTo(before);
        ENGINE.callbacks()
                .receive(
                        process,
                        token(process),
                        Json.object().put("status", "ok").put("ports", 2));
        ENGINE.runUntilIdle();
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void refusesAnEarlyReportToo() {
        UUID process = awaiting();
        ENGINE.database.execute("DELETE FROM process_steps WHERE step_key IN ('sync/await', 'sync/start')");

        assertThatExceptionOfType(InvalidReport.class)
                .isThrownBy(() -> ENGINE.callbacks().receive(process, token(process), Json.object()));
    }

    @Test
    void failsOnAReportThatWasTakenByAProgramWithoutTheWorkflow() {
        UUID process = awaiting();
        ENGINE.deploy(new TestTask("other", steps -> steps.done()));
        ENGINE.callbacks().receive(process, token(process), Json.object().put("status", "x"));
        ENGINE.deploy(EXPECTING);

        ENGINE.runUntilIdle();

        assertThat(ENGINE.record(process).process().failedReason())
                .isEqualTo("The report is not what the step expects: status (String should have at least 2 characters),"
                        + " ports (field required)");
    }

    private static UUID awaiting() {
        UUID process = ENGINE.start("task");
        ENGINE.runUntilIdle();
        return process;
    }

    private static String token(UUID process) {
        return ENGINE.record(process)
                .newest("sync/endpoint")
                .orElseThrow()
                .changes()
                .text(Callback.TOKEN);
    }
}
