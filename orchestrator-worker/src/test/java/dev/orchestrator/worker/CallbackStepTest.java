package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ProcessTimeline;
import dev.orchestrator.process.ReceiveCallback;
import dev.orchestrator.process.StepStatus;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Callback;
import dev.orchestrator.workflow.StepFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallbackStepTest {
    private final EngineHarness engine =
            new EngineHarness(task(Callback.into("result").within(Duration.ofHours(1))));
    private final ReceiveCallback callbacks = new ReceiveCallback(engine.processes, engine.hints, Clock.systemUTC());

    @AfterEach
    void tearDown() {
        engine.close();
    }

    @Test
    void waitsWithTheRouteInItsState() {
        UUID process = awaiting();

        assertThat(engine.status(process)).isEqualTo(ProcessStatus.AWAITING_CALLBACK);
        assertThat(engine.record(process).state().text("callback_route"))
                .isEqualTo("/api/processes/" + process + "/callback/" + token(process));
        assertThat(engine.record(process).state().text("__sub_step")).isEqualTo("Sync - Await callback");
        assertThat(engine.record(process).state().text("asked_at")).endsWith(token(process));
    }

    @Test
    void isShownAsOneStep() {
        UUID process = awaiting();

        List<ProcessTimeline.Line> lines = ProcessTimeline.of(engine.record(process), Optional.empty());

        assertThat(lines)
                .extracting(ProcessTimeline.Line::status)
                .containsExactly(StepStatus.SUCCESS, StepStatus.AWAITING_CALLBACK);
    }

    @Test
    void goesOnWithTheReport() {
        UUID process = awaiting();

        callbacks.receive(process, token(process), Json.object().put("status", "ok"));
        engine.runUntilIdle();

        assertThat(engine.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(engine.record(process)
                        .state()
                        .get("result")
                        .orElseThrow()
                        .get("status")
                        .asText())
                .isEqualTo("ok");
    }

    @Test
    void failsOnAReportThatTheValidationRefuses() {
        UUID process = awaiting();

        callbacks.receive(process, token(process), Json.object().put("status", "broken"));
        engine.runUntilIdle();

        assertThat(engine.status(process)).isEqualTo(ProcessStatus.FAILED);
        assertThat(engine.record(process).process().failedReason()).isEqualTo("The report is not ok");
    }

    @Test
    void refusesAWrongToken() {
        UUID process = awaiting();

        assertThatThrownBy(() -> callbacks.receive(process, "guess", Json.object()))
                .isInstanceOfSatisfying(
                        OrchestratorException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_CALLBACK_TOKEN));
        assertThat(engine.status(process)).isEqualTo(ProcessStatus.AWAITING_CALLBACK);
    }

    @Test
    void refusesASecondReport() {
        UUID process = awaiting();
        String token = token(process);
        callbacks.receive(process, token, Json.object().put("status", "ok"));

        assertThatThrownBy(() -> callbacks.receive(process, token, Json.object()))
                .isInstanceOfSatisfying(
                        OrchestratorException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ACTION_NOT_ALLOWED));
    }

    @Test
    void showsWhatIsSaidOnTheWay() {
        UUID process = awaiting();

        callbacks.progress(process, token(process), Json.toTree("half done"));

        assertThat(engine.record(process).state().text("callback_progress")).isEqualTo("half done");
        assertThat(engine.status(process)).isEqualTo(ProcessStatus.AWAITING_CALLBACK);
    }

    @Test
    void failsWhenItsTimeIsUp() {
        UUID process = awaiting();
        engine.database.execute("UPDATE process_queue SET due_at = now()");

        engine.runUntilIdle();

        assertThat(engine.status(process)).isEqualTo(ProcessStatus.FAILED);
        assertThat(engine.record(process).process().failedReason()).contains("within 3600 seconds");
    }

    @Test
    void waitsAnewWhenATimeoutIsRetried() {
        UUID process = awaiting();
        engine.database.execute("UPDATE process_queue SET due_at = now()");
        engine.runUntilIdle();

        engine.resume(process);
        engine.runUntilIdle();

        assertThat(engine.status(process)).isEqualTo(ProcessStatus.AWAITING_CALLBACK);
    }

    private UUID awaiting() {
        UUID process = engine.start("task");
        engine.runUntilIdle();
        return process;
    }

    private String token(UUID process) {
        return engine.record(process).state().text(Callback.TOKEN);
    }

    private static TestTask task(Callback callback) {
        return new TestTask(
                "task",
                steps -> steps.callback(
                                "sync",
                                "Sync",
                                callback.start("Start sync", state -> State.of("asked_at", state.text(Callback.ROUTE)))
                                        .validate("Validate result", state -> {
                                            if (!state.get("result")
                                                    .orElseThrow()
                                                    .path("status")
                                                    .asText()
                                                    .equals("ok")) {
                                                throw StepFailure.failed("The report is not ok");
                                            }
                                            return State.empty();
                                        }))
                        .done());
    }
}
