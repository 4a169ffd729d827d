package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.form.Form;
import dev.orchestrator.process.ActionNotAllowed;
import dev.orchestrator.process.Operator;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.operator.EditState;
import dev.orchestrator.process.operator.GoBackToStep;
import dev.orchestrator.process.operator.HistoryEntry;
import dev.orchestrator.process.operator.OperatorAction;
import dev.orchestrator.process.operator.ProcessHistory;
import dev.orchestrator.process.operator.RetryProcess;
import dev.orchestrator.process.operator.SetDueTime;
import dev.orchestrator.process.operator.SetPriority;
import dev.orchestrator.process.operator.SkipStep;
import dev.orchestrator.process.postgres.PostgresProcessHistory;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Backoff;
import dev.orchestrator.workflow.Callback;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorActionsTest {
    record Port(String portName, int speed) {}

    private static final AtomicBoolean BROKEN = new AtomicBoolean();
    private static final List<String> KEYS = new CopyOnWriteArrayList<>();
    private static final CountDownLatch IN_STEP = new CountDownLatch(1);
    private static final CountDownLatch GO_ON = new CountDownLatch(1);
    private static final OperatorAction SKIP = new SkipStep(Optional.empty());

    private static final EngineHarness ENGINE = new EngineHarness(
            new TestTask(
                    "three",
                    steps -> steps.resultStep("a", "A", context -> {
                                KEYS.add(context.idempotencyKey());
                                return StepResult.success(
                                        State.of("a", context.state().has("wanted") ? 2 : 1));
                            })
                            .stateStep("b", "B", state -> {
                                if (BROKEN.get()) {
                                    throw new IllegalStateException("The switch is off");
                                }
                                return State.of("b", state.get("a").orElseThrow());
                            })
                            .stateStep("c", "C", state -> State.of("c", state.has("b")))
                            .done()),
            new TestTask(
                    "ask",
                    steps -> steps.input("ask", "Ask", Assignee.NOC, state -> Form.none())
                            .stateStep("b", "B", state -> {
                                if (BROKEN.get()) {
                                    throw StepFailure.failed("Not yet");
                                }
                                return State.empty();
                            })
                            .done()),
            new TestTask(
                    "both",
                    steps -> steps.parallel(
                                    "both",
                                    "Both",
                                    branches -> branches.stateStep("left", "Left", state -> {
                                                throw StepFailure.failed("Never");
                                            })
                                            .stateStep("right", "Right", state -> State.of("right", 1)))
                            .stateStep("after", "After", state -> State.of("after", state.has("right")))
                            .done()),
            new TestTask(
                    "call",
                    steps -> steps.callback("call", "Call", Callback.into("result"))
                            .stateStep("report", "Report", state -> State.of("called", state.has("result")))
                            .done()),
            new TestTask(
                    "wait",
                    steps -> steps.retryStep(
                                    "a", "A", new Backoff(Duration.ofHours(1), Duration.ofHours(1), 9), state -> {
                                        if (BROKEN.get()) {
                                            throw StepFailure.failed("Not yet");
                                        }
                                        return State.empty();
                                    })
                            .done()),
            new TestTask(
                    "sleep",
                    steps -> steps.sleep("nap", "Nap", Duration.ofHours(1)).done()),
            new TestTask(
                    "typed",
                    steps -> steps.step("port", "Port", Port.class, (model, port) -> {})
                            .done()),
            new TestTask(
                    "hang",
                    steps -> steps.stateStep("a", "A", state -> {
                                IN_STEP.countDown();
                                GO_ON.await();
                                return State.empty();
                            })
                            .done()));

    @BeforeEach
    void breakAll() {
        BROKEN.set(true);
    }

    @AfterAll
    static void tearDown() {
        ENGINE.close();
    }

    @Test
    void skipsTheStepAtWhichAProcessFailed() {
        UUID process = standing("three");

        ENGINE.act(process, SKIP, new Operator("ada", "The switch is gone"));
        ENGINE.runUntilIdle();

        assertThat(ENGINE.steps(process))
                .containsExactly("start:success", "a:success", "b:failed", "b:skipped", "c:success", "done:complete");
        assertThat(ENGINE.record(process).state().get("c")).hasToString("Optional[false]");
        assertThat(ENGINE.record(process).steps().get(3).createdBy()).isEqualTo("ada");
        assertThat(ENGINE.database.query(
                        "SELECT action, actor, reason, detail ->> 'step' FROM process_actions WHERE pid = '%s'"
                                .formatted(process)))
                .containsExactly(List.of("skip", "ada", "The switch is gone", "b"));
    }

    @Test
    void skipsWhatPeopleSeeAsOneStepAsOne() {
        UUID process = standing("call");

        ENGINE.act(process, SKIP);
        ENGINE.runUntilIdle();

        assertThat(ENGINE.steps(process))
                .containsExactly(
                        "start:success",
                        "call/endpoint:success",
                        "call/start:success",
                        "call/await:awaiting_callback",
                        "call/await:skipped",
                        "call/validate:skipped",
                        "report:success",
                        "done:complete");
    }

    @Test
    void skipsOneBranchAlone() {
        UUID process = standing("both");

        ENGINE.act(process, new SkipStep(Optional.of("both/left")));
        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(ENGINE.steps(process)).contains("both/left:skipped", "both/right:success", "after:success");
        assertThat(ENGINE.record(process).state().get("after")).hasToString("Optional[true]");
    }

    @Test
    void skipsNoPartBeforeThoseInFrontOfIt() {
        UUID process = standing("call");

        assertRefused(
                process, new SkipStep(Optional.of("call/validate")), "'call/await' stands before [call/validate]");
    }

    @Test
    void skipsAQuestion() {
        UUID process = standing("ask");
        BROKEN.set(false);

        ENGINE.act(process, SKIP);
        ENGINE.runUntilIdle();

        assertThat(ENGINE.steps(process))
                .containsExactly("start:success", "ask:suspend", "ask:skipped", "b:success", "done:complete");
    }

    @Test
    void skipsNoOtherStepThanTheOneThatIsMeant() {
        UUID process = standing("three");

        assertRefused(process, new SkipStep(Optional.of("c")), "stands at step 'b', not at 'c'");
    }

    @Test
    void goesBackToTheStateBeforeTheStepAndRunsItAgain() {
        UUID process = standing("three");
        ENGINE.act(process, new EditState(Json.object().put("b", "to be forgotten")));
        BROKEN.set(false);

        ENGINE.act(process, new GoBackToStep("a"));
        ENGINE.runUntilIdle();

        assertThat(ENGINE.steps(process))
                .containsExactly(
                        "start:success",
                        "operator:go-back:success",
                        "a:success",
                        "b:success",
                        "c:success",
                        "done:complete");
        assertThat(ENGINE.record(process).state().get("b")).hasToString("Optional[1]");
        assertThat(ENGINE.database.query(
                        "SELECT step_key FROM process_steps WHERE pid = '%s' AND superseded_by IS NOT NULL ORDER BY sequence"
                                .formatted(process)))
                .containsExactly(List.of("a"), List.of("b"), List.of("operator:state"));
        assertThat(KEYS.stream().filter(key -> key.startsWith(process + ":a")).distinct())
                .hasSize(2);
    }

    @Test
    void asksAgainOnceAnOperatorHasGoneBackToTheQuestion() {
        UUID process = standing("ask");
        ENGINE.resume(process, Json.object());
        ENGINE.runUntilIdle();
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.FAILED);

        ENGINE.act(process, new GoBackToStep("ask"));
        ENGINE.runUntilIdle();
        ENGINE.restart();

        assertThat(ENGINE.steps(process)).containsExactly("start:success", "operator:go-back:success", "ask:suspend");
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.SUSPENDED);
    }

    @Test
    void doesNotGoBackToWhereItHasNotBeen() {
        UUID process = standing("three");

        assertThatThrownBy(() -> ENGINE.act(process, new GoBackToStep("c")))
                .isInstanceOf(OrchestratorException.class)
                .hasMessageContaining("it can go back to one of [a, b]");
    }

    @Test
    void goesBackToAStepThatWasPutBeforeWhatIsDone() {
        UUID process = standing("three");
        ENGINE.database.execute(
                "UPDATE processes SET last_status = 'inconsistent_data' WHERE pid = '%s'".formatted(process));
        ENGINE.database.execute(
                "UPDATE process_steps SET step_key = 'c' WHERE step_key = 'a' AND pid = '%s'".formatted(process));
        BROKEN.set(false);

        ENGINE.act(process, new GoBackToStep("a"));
        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void editsTheStateThatTheNextStepGets() {
        UUID process = standing("three");

        ENGINE.act(process, new EditState(Json.object().put("a", 7)));

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.FAILED);
        assertThat(ENGINE.record(process).shownState().get("error")).hasToString("Optional[\"The switch is off\"]");
        BROKEN.set(false);
        ENGINE.act(process, new RetryProcess());
        ENGINE.runUntilIdle();
        assertThat(ENGINE.record(process).state().get("b")).hasToString("Optional[7]");
    }

    @Test
    void refusesAStateThatDoesNotFitTheNextStep() {
        UUID process = standing("typed");
        assertThatThrownBy(() -> ENGINE.act(process, new EditState(Json.object().put("speed", "fast"))))
                .isInstanceOf(OrchestratorException.class)
                .hasMessageContaining("port_name: is missing")
                .hasMessageContaining("speed: should be int, found string");
        ENGINE.act(process, new EditState(Json.object().put("port_name", "xe-0").put("speed", 10)));
        assertThat(ENGINE.record(process).state().get("speed")).hasToString("Optional[10]");
    }

    @Test
    void refusesAnEditThatChangesNothingOrWhatNamesTheProcess() {
        UUID process = standing("three");

        assertThatThrownBy(() -> ENGINE.act(process, new EditState(Json.object().put("a", 1))))
                .hasMessageContaining("changes nothing");
        assertThatThrownBy(() -> ENGINE.act(process, new EditState(Json.object().put("process_id", "x"))))
                .hasMessageContaining("[process_id]");
    }

    @Test
    void leavesAProcessAloneThatAWorkerHasJustTaken() {
        UUID process = standing("wait");
        ENGINE.act(process, new SetDueTime(Instant.EPOCH));
        assertThat(ENGINE.claim("worker", 10, EngineHarness.LEASE)).hasSize(1);

        assertRefused(process, SKIP, "a worker has just taken it");
        assertThat(ENGINE.database.query("SELECT worker FROM process_queue WHERE pid = '%s'".formatted(process)))
                .hasToString("[[worker]]");
    }

    @Test
    void leavesARunningStepAloneAndSaysWhatIsPossible() throws Exception {
        UUID process = ENGINE.start("hang");
        Worker worker = ENGINE.worker();
        worker.start();
        IN_STEP.await();

        assertThatThrownBy(() -> ENGINE.act(process, SKIP))
                .isInstanceOfSatisfying(
                        ActionNotAllowed.class,
                        refusal -> assertThat(refusal.allowedActions()).containsExactly("set_priority", "abort"));
        ENGINE.act(process, new SetPriority(1));
        GO_ON.countDown();
        worker.stop();
        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void hearsOneOfTwoOperatorsWhoActAtOnce() {
        UUID process = standing("three");
        OperatorAction asSeenBefore = plannedNow(process, new GoBackToStep("a"));
        ENGINE.act(process, new EditState(Json.object().put("a", 3)));

        assertRefused(process, asSeenBefore, "has moved on since it was read");
    }

    @Test
    void keepsAPriorityWhileTheProcessIsOutOfTheQueue() {
        UUID process = standing("ask");

        ENGINE.act(process, new SetPriority(2));
        ENGINE.resume(process, Json.object());

        assertThat(ENGINE.database.query("SELECT priority FROM process_queue WHERE pid = '%s'".formatted(process)))
                .hasToString("[[2]]");
        ENGINE.runUntilIdle();
    }

    @Test
    void movesAProcessToAnotherTime() {
        UUID process = standing("wait");
        BROKEN.set(false);
        ENGINE.runUntilIdle();
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.WAITING);

        ENGINE.act(process, new SetDueTime(Instant.EPOCH));
        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void wakesASleepingProcess() {
        UUID process = standing("sleep");

        ENGINE.act(process, new SetDueTime(Instant.EPOCH));
        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void keepsWhatFailedWithItsStackAndWorker() {
        UUID process = standing("three");

        assertThat(ENGINE.database.query("""
                SELECT worker IS NOT NULL, state ->> 'error', state ->> 'error_class', state ->> 'traceback' LIKE '%%OperatorActionsTest%%'
                FROM process_steps WHERE pid = '%s' AND status = 'failed'
                """.formatted(process)))
                .containsExactly(List.of("t", "The switch is off", "java.lang.IllegalStateException", "t"));
        assertThat(ENGINE.record(process).shownState().has("traceback")).isFalse();
    }

    @Test
    void foldsInSqlWhatCounts() {
        UUID process = standing("three");
        ENGINE.act(process, new GoBackToStep("b"));

        assertThat(ENGINE.database.query("""
                SELECT state ? 'error', state ->> 'a' FROM process_step_states WHERE pid = '%s' ORDER BY sequence DESC LIMIT 1
                """.formatted(process))).containsExactly(List.of("f", "1"));
        ENGINE.runUntilIdle();
    }

    @Test
    void tellsTheHistoryOfAProcessAlsoFromTheArchive() {
        UUID process = standing("three");
        ENGINE.act(process, SKIP);
        ENGINE.runUntilIdle();
        ProcessHistory history = new PostgresProcessHistory(ENGINE.pool);
        List<HistoryEntry> before = history.of(List.of(process)).get(process);

        ENGINE.database.execute("""
                INSERT INTO archived_processes (pid, workflow, last_status, started_at, finished_at, subscription_ids, record)
                SELECT p.pid, 'three', p.last_status, now(), now(), '{}', jsonb_build_object(
                    'process', to_jsonb(p),
                    'steps', (SELECT jsonb_agg(to_jsonb(s)) FROM process_steps s WHERE s.pid = p.pid),
                    'inputs', (SELECT jsonb_agg(to_jsonb(i)) FROM input_states i WHERE i.pid = p.pid))
                FROM processes p WHERE p.pid = '%1$s';
                DELETE FROM processes WHERE pid = '%1$s';
                """.formatted(process));

        assertThat(before.stream().map(HistoryEntry::name)).contains("skip", "Done");
        assertThat(history.of(List.of(process)).get(process)).isEqualTo(before);
    }

    private static UUID standing(String task) {
        UUID process = ENGINE.start(task);
        ENGINE.runUntilIdle();
        return process;
    }

    private static OperatorAction plannedNow(UUID process, OperatorAction action) {
        var record = ENGINE.record(process);
        return now -> action.plan(new OperatorAction.Situation(record, now.steps(), now.operator(), now.now()));
    }

    private static void assertRefused(UUID process, OperatorAction action, String message) {
        List<String> before = ENGINE.steps(process);
        assertThatThrownBy(() -> ENGINE.act(process, action))
                .isInstanceOf(ActionNotAllowed.class)
                .hasMessageContaining(message);
        assertThat(ENGINE.steps(process)).isEqualTo(before);
    }
}
