package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.form.Form;
import dev.orchestrator.form.FormReply;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ProcessTimeline;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Backoff;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.StepResult;
import dev.orchestrator.workflow.Steps;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RunningProcessesTest {
    record Decision(String verdict) {}

    @Test
    void runsAllStepsAndCompletes() {
        try (EngineHarness engine = engine(steps -> steps.stateStep("count", "Count", state -> State.of("count", 3))
                .stateStep(
                        "double",
                        "Double",
                        state -> State.of(
                                "doubled", 2 * state.get("count").orElseThrow().asInt()))
                .done())) {
            UUID process = engine.start("task");

            engine.runUntilIdle();

            assertThat(engine.steps(process))
                    .containsExactly("start:success", "count:success", "double:success", "done:complete");
            ProcessRecord record = engine.record(process);
            assertThat(record.process().status()).isEqualTo(ProcessStatus.COMPLETED);
            assertThat(record.state().get("doubled").orElseThrow().asInt()).isEqualTo(6);
            assertThat(record.state().text("reporter")).isEqualTo("tester");
            assertThat(engine.database.query("SELECT count(*) FROM process_queue"))
                    .hasToString("[[0]]");
        }
    }

    @Test
    void recordsOnlyWhatAStepChanged() {
        try (EngineHarness engine = engine(steps ->
                steps.stateStep("a", "A", state -> state.with("added", 1)).done())) {
            UUID process = engine.start("task");

            engine.runUntilIdle();

            assertThat(engine.record(process).steps().get(1).changes()).isEqualTo(State.of("added", 1));
        }
    }

    @Test
    void skipsWhatItsConditionExcludes() {
        try (EngineHarness engine = engine(steps -> steps.when(
                        state -> state.has("wanted"), inner -> inner.stateStep("a", "A", state -> State.empty()))
                .stateStep("b", "B", state -> State.empty())
                .done())) {
            UUID process = engine.start("task");

            engine.runUntilIdle();

            assertThat(engine.steps(process))
                    .containsExactly("start:success", "a:skipped", "b:success", "done:complete");
        }
    }

    @Test
    void showsAGroupAsOneStep() {
        try (EngineHarness engine = engine(steps -> steps.group(
                        "g",
                        "The group",
                        inner -> inner.stateStep("a", "A", state -> State.of("a", 1))
                                .stateStep("b", "B", state -> State.of("b", 2)))
                .done())) {
            UUID process = engine.start("task");

            engine.runUntilIdle();

            assertThat(engine.steps(process)).contains("g/a:success", "g/b:success");
            assertThat(ProcessTimeline.of(engine.record(process), Optional.empty()))
                    .hasSize(3);
        }
    }

    @Test
    void keepsAFailureWithItsReasonAndRunsTheStepAgainOnRetry() {
        AtomicBoolean broken = new AtomicBoolean(true);
        try (EngineHarness engine = engine(steps -> steps.stateStep("a", "A", state -> {
                    if (broken.get()) {
                        throw new IllegalStateException("The switch is off");
                    }
                    return State.empty();
                })
                .done())) {
            UUID process = engine.start("task");
            engine.runUntilIdle();
            assertThat(engine.record(process).process().failedReason()).isEqualTo("The switch is off");
            assertThat(engine.status(process)).isEqualTo(ProcessStatus.FAILED);

            broken.set(false);
            engine.resume(process);
            engine.runUntilIdle();

            assertThat(engine.steps(process))
                    .containsExactly("start:success", "a:failed", "a:success", "done:complete");
            assertThat(engine.record(process).process().failedReason()).isNull();
        }
    }

    @Test
    void countsTheSameFailureOnItsRow() {
        try (EngineHarness engine = engine(steps -> steps.stateStep("a", "A", state -> {
                    throw new IllegalStateException("The switch is off");
                })
                .done())) {
            UUID process = engine.start("task");
            engine.runUntilIdle();
            engine.resume(process);
            engine.runUntilIdle();

            assertThat(engine.steps(process)).containsExactly("start:success", "a:failed");
            assertThat(engine.record(process).steps().getLast().attempt()).isEqualTo(2);
            assertThat(engine.record(process)
                            .shownState()
                            .get("retries")
                            .orElseThrow()
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void tellsInconsistentDataFromFailure() {
        try (EngineHarness engine = engine(steps -> steps.stateStep("a", "A", state -> {
                    throw StepFailure.inconsistentData("Group x is missing");
                })
                .done())) {
            UUID process = engine.start("task");

            engine.runUntilIdle();

            assertThat(engine.status(process)).isEqualTo(ProcessStatus.INCONSISTENT_DATA);
        }
    }

    @Test
    void waitsAndTriesAgainByItself() {
        AtomicInteger calls = new AtomicInteger();
        Backoff quick = new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), 10);
        try (EngineHarness engine = engine(steps -> steps.retryStep("a", "A", quick, state -> {
                    if (calls.incrementAndGet() < 3) {
                        throw new IllegalStateException("Not ready");
                    }
                    return State.empty();
                })
                .done())) {
            UUID process = engine.start("task");

            while (calls.get() < 3) {
                engine.runUntilIdle();
            }

            assertThat(engine.steps(process))
                    .containsExactly("start:success", "a:waiting", "a:success", "done:complete");
            assertThat(engine.record(process).steps().get(1).attempt()).isEqualTo(2);
        }
    }

    @Test
    void isWaitingUntilTheRetryIsDue() {
        try (EngineHarness engine = engine(steps -> steps.retryStep("a", "A", Backoff.PATIENT, state -> {
                    throw new IllegalStateException("Not ready");
                })
                .done())) {
            UUID process = engine.start("task");

            engine.runUntilIdle();

            assertThat(engine.status(process)).isEqualTo(ProcessStatus.WAITING);
            assertThat(engine.record(process).process().failedReason()).isEqualTo("Not ready");
        }
    }

    @Test
    void failsWhenTheAttemptsOfARetryStepAreUsedUp() {
        Backoff once = new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), 1);
        try (EngineHarness engine = engine(steps -> steps.retryStep("a", "A", once, state -> {
                    throw new IllegalStateException("Not ready");
                })
                .done())) {
            UUID process = engine.start("task");

            engine.runUntilIdle();

            assertThat(engine.status(process)).isEqualTo(ProcessStatus.FAILED);
        }
    }

    @Test
    void asksAPersonAndGoesOnWithTheAnswer() {
        try (EngineHarness engine = engine(RunningProcessesTest::withQuestion)) {
            UUID process = engine.start("task");
            engine.runUntilIdle();
            assertThat(engine.status(process)).isEqualTo(ProcessStatus.SUSPENDED);
            assertThat(engine.record(process).process().assignee()).isEqualTo(Assignee.NOC);

            assertThat(engine.resume(process, Json.object().put("verdict", "yes")))
                    .isEmpty();
            engine.runUntilIdle();

            assertThat(engine.steps(process))
                    .containsExactly("start:success", "ask:suspend", "ask:success", "use:success", "done:complete");
            assertThat(engine.record(process).state().text("used")).isEqualTo("yes");
        }
    }

    @Test
    void staysSuspendedOnAWrongAnswer() {
        try (EngineHarness engine = engine(RunningProcessesTest::withQuestion)) {
            UUID process = engine.start("task");
            engine.runUntilIdle();

            Optional<FormReply> reply = engine.resume(process, Json.object().put("verdicts", "yes"));

            assertThat(reply).containsInstanceOf(FormReply.Invalid.class);
            assertThat(engine.status(process)).isEqualTo(ProcessStatus.SUSPENDED);
        }
    }

    @Test
    void hearsOnlyOneOfTwoAnswers() {
        try (EngineHarness engine = engine(RunningProcessesTest::withQuestion)) {
            UUID process = engine.start("task");
            engine.runUntilIdle();
            engine.resume(process, Json.object().put("verdict", "yes"));

            assertThatThrownBy(() -> engine.resume(process, Json.object().put("verdict", "no")))
                    .isInstanceOf(OrchestratorException.class)
                    .hasMessageContaining("resumed can't be resumed");
        }
    }

    @Test
    void endsEarlyWhenAStepSaysSo() {
        try (EngineHarness engine = engine(steps -> steps.resultStep(
                        "a", "A", context -> new StepResult.Completed(State.of("enough", true)))
                .stateStep("b", "B", state -> State.empty())
                .done())) {
            UUID process = engine.start("task");

            engine.runUntilIdle();

            assertThat(engine.status(process)).isEqualTo(ProcessStatus.COMPLETED);
            assertThat(engine.steps(process)).containsExactly("start:success", "a:complete");
        }
    }

    @Test
    void stopsVisiblyWhenTheCodePutAStepBeforeWhatIsDone() {
        try (EngineHarness engine = engine(RunningProcessesTest::withQuestion)) {
            UUID process = engine.start("task");
            engine.runUntilIdle();
            engine.resume(process, Json.object().put("verdict", "yes"));
            engine.deploy(new TestTask(
                    "task", steps -> withQuestion(steps.stateStep("new", "New", state -> State.empty()))));

            engine.runUntilIdle();

            assertThat(engine.status(process)).isEqualTo(ProcessStatus.INCONSISTENT_DATA);
            assertThat(engine.record(process).process().failedReason())
                    .contains("'new'")
                    .contains("[ask]");
        }
    }

    @Test
    void goesOnOnceTheCodeFitsAgain() {
        try (EngineHarness engine = engine(RunningProcessesTest::withQuestion)) {
            UUID process = engine.start("task");
            engine.runUntilIdle();
            engine.resume(process, Json.object().put("verdict", "yes"));
            engine.deploy(new TestTask(
                    "task", steps -> withQuestion(steps.stateStep("new", "New", state -> State.empty()))));
            engine.runUntilIdle();

            engine.deploy(new TestTask("task", RunningProcessesTest::withQuestion));
            engine.resume(process);
            engine.runUntilIdle();

            assertThat(engine.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        }
    }

    @Test
    void leavesWorkflowsAloneThatItDoesNotHave() {
        try (EngineHarness engine = engine(steps -> steps.done())) {
            UUID process = engine.start("task");
            engine.deploy(new TestTask("other", steps -> steps.done()));

            engine.runUntilIdle();

            assertThat(engine.status(process)).isEqualTo(ProcessStatus.CREATED);
        }
    }

    @Test
    void failsAStepWhoseResultCantBeStored() {
        try (EngineHarness engine = engine(steps ->
                steps.stateStep("a", "A", state -> State.of("text", "a\0b")).done())) {
            UUID process = engine.start("task");

            engine.runUntilIdle();

            assertThat(engine.status(process)).isEqualTo(ProcessStatus.FAILED);
            assertThat(engine.record(process).process().failedReason()).contains("can't be stored");
        }
    }

    private static StepList withQuestion(Steps<?> steps) {
        return steps.input("ask", "Ask", Assignee.NOC, state -> Form.page("Decide", Decision.class))
                .stateStep(
                        "use",
                        "Use",
                        state -> State.of("used", state.as(Decision.class).verdict()))
                .done();
    }

    private static EngineHarness engine(
            Function<Steps<dev.orchestrator.subscription.SubscriptionModel>, StepList> steps) {
        return new EngineHarness(new TestTask("task", steps));
    }
}
