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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallbackStepTest {
    private static final AtomicReference<BiConsumer<UUID, String>> WHILE_ASKING = new AtomicReference<>();
    private static final EngineHarness ENGINE =
            new EngineHarness(task(Callback.into("result").within(Duration.ofHours(1))));
    private final ReceiveCallback callbacks = ENGINE.callbacks();

    @BeforeEach
    void forgetOtherTests() {
        ENGINE.database.execute("TRUNCATE processes CASCADE");
        WHILE_ASKING.set((process, token) -> {});
    }

    @AfterAll
    static void tearDown() {
        ENGINE.close();
    }

    @Test
    void waitsWithTheRouteInItsState() {
        UUID process = awaiting();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.AWAITING_CALLBACK);
        assertThat(ENGINE.record(process).state().text("callback_route"))
                .isEqualTo("/api/processes/" + process + "/callback/" + token(process));
        assertThat(ENGINE.record(process).state().text("__sub_step")).isEqualTo("Sync - Await callback");
        assertThat(ENGINE.record(process).state().text("asked_at")).endsWith(token(process));
    }

    @Test
    void isShownAsOneStep() {
        UUID process = awaiting();

        List<ProcessTimeline.Line> lines = ProcessTimeline.of(ENGINE.record(process), Optional.empty());

        assertThat(lines)
                .extracting(ProcessTimeline.Line::status)
                .containsExactly(StepStatus.SUCCESS, StepStatus.AWAITING_CALLBACK);
    }

    @Test
    void goesOnWithTheReport() {
        UUID process = awaiting();

        callbacks.receive(process, token(process), Json.object().put("status", "ok"));
        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(ENGINE.record(process)
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
        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.FAILED);
        assertThat(ENGINE.record(process).process().failedReason()).isEqualTo("The report is not ok");
    }

    @Test
    void refusesAWrongToken() {
        UUID process = awaiting();

        assertThatThrownBy(() -> callbacks.receive(process, "guess", Json.object()))
                .satisfies(refusedAs(ErrorCode.INVALID_CALLBACK_TOKEN));
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.AWAITING_CALLBACK);
    }

    @Test
    void refusesASecondReport() {
        UUID process = awaiting();
        String token = token(process);
        callbacks.receive(process, token, Json.object().put("status", "ok"));

        assertThatThrownBy(() -> callbacks.receive(process, token, Json.object()))
                .satisfies(refusedAs(ErrorCode.CALLBACK_REPEATED));
        assertThatThrownBy(() -> callbacks.progress(process, token, Json.object()))
                .satisfies(refusedAs(ErrorCode.CALLBACK_REPEATED));
    }

    @Test
    void refusesAReportAfterTheTimeout() {
        UUID process = awaiting();
        ENGINE.database.execute("UPDATE process_queue SET due_at = now()");
        ENGINE.runUntilIdle();

        assertThatThrownBy(() -> callbacks.receive(process, token(process), Json.object()))
                .satisfies(refusedAs(ErrorCode.CALLBACK_LATE));
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.FAILED);
    }

    @Test
    void refusesAReportToAnAbortedProcess() {
        UUID process = awaiting();
        ENGINE.abort(process);

        assertThatThrownBy(() -> callbacks.receive(process, token(process), Json.object()))
                .satisfies(refusedAs(ErrorCode.CALLBACK_LATE));
    }

    @Test
    void keepsAReportThatComesBeforeTheProcessWaitsForIt() {
        WHILE_ASKING.set((process, token) ->
                callbacks.receive(process, token, Json.object().put("status", "ok")));

        UUID process = awaiting();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        assertThatThrownBy(() -> callbacks.receive(process, token(process), Json.object()))
                .isInstanceOf(OrchestratorException.class);
    }

    @Test
    void keepsAnEarlyReportThoughTheWorkerDiesWhileItAsks() {
        UUID process = awaiting();
        ENGINE.database.execute("DELETE FROM process_steps WHERE step_key IN ('sync/await', 'sync/start')");

        callbacks.receive(process, token(process), Json.object().put("status", "ok"));
        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(ENGINE.steps(process)).contains("sync/start:success", "sync/await:success");
    }

    @Test
    void countsOnlyOneOfTwoReportsThatComeTogether() throws Exception {
        UUID process = awaiting();
        String token = token(process);
        AtomicInteger taken = new AtomicInteger();
        Runnable report = () -> {
            try {
                callbacks.receive(process, token, Json.object().put("status", "ok"));
                taken.incrementAndGet();
            } catch (OrchestratorException refused) {
                assertThat(refused.code()).isEqualTo(ErrorCode.CALLBACK_REPEATED);
            }
        };

        Thread one = Thread.ofVirtual().start(report);
        Thread two = Thread.ofVirtual().start(report);
        one.join();
        two.join();

        assertThat(taken).hasValue(1);
        assertThat(ENGINE.steps(process).stream().filter("sync/await:success"::equals))
                .hasSize(1);
    }

    @Test
    void isDueInTheQueueAtItsTimeout() {
        UUID process = awaiting();

        assertThat(ENGINE.database.query(
                        "SELECT round(extract(epoch FROM q.due_at - s.completed_at)) FROM process_queue q"
                                + " JOIN process_steps s USING (pid) WHERE s.step_key = 'sync/await'"))
                .hasToString("[[3600]]");
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.AWAITING_CALLBACK);
    }

    @Test
    void showsWhatIsSaidOnTheWay() {
        UUID process = awaiting();

        callbacks.progress(process, token(process), Json.toTree("half done"));

        assertThat(ENGINE.record(process).state().text("callback_progress")).isEqualTo("half done");
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.AWAITING_CALLBACK);
    }

    @Test
    void failsWhenItsTimeIsUp() {
        UUID process = awaiting();
        ENGINE.database.execute("UPDATE process_queue SET due_at = now()");

        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.FAILED);
        assertThat(ENGINE.record(process).process().failedReason()).contains("within 3600 seconds");
    }

    @Test
    void waitsAnewWhenATimeoutIsRetried() {
        UUID process = awaiting();
        ENGINE.database.execute("UPDATE process_queue SET due_at = now()");
        ENGINE.runUntilIdle();

        ENGINE.resume(process);
        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.AWAITING_CALLBACK);
    }

    private static Consumer<Throwable> refusedAs(ErrorCode code) {
        return thrown -> assertThat(((OrchestratorException) thrown).code()).isEqualTo(code);
    }

    private UUID awaiting() {
        UUID process = ENGINE.start("task");
        ENGINE.runUntilIdle();
        return process;
    }

    private String token(UUID process) {
        return ENGINE.record(process)
                .newest("sync/endpoint")
                .orElseThrow()
                .changes()
                .text(Callback.TOKEN);
    }

    private static TestTask task(Callback callback) {
        return new TestTask(
                "task",
                steps -> steps.callback(
                                "sync",
                                "Sync",
                                callback.start("Start sync", state -> {
                                            WHILE_ASKING
                                                    .get()
                                                    .accept(
                                                            UUID.fromString(state.text("process_id")),
                                                            state.text(Callback.TOKEN));
                                            return State.of("asked_at", state.text(Callback.ROUTE));
                                        })
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
