package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.StepResult;
import dev.orchestrator.workflow.Steps.StateStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Steps that do what no step should, each beside others that share its batch and its worker. */
class PoisonStepTest {
    private static final CountDownLatch FOREVER = new CountDownLatch(1);
    private static final EngineHarness ENGINE = new EngineHarness();

    @AfterAll
    static void tearDown() {
        FOREVER.countDown();
        ENGINE.close();
    }

    @Test
    void anErrorIsTheStepsFailure() {
        assertThat(failureOf(state -> {
                    throw new StackOverflowError("too deep");
                }))
                .isEqualTo("too deep");
    }

    @Test
    void aFailureWithoutAMessageGetsOne() {
        assertThat(failureOf(state -> {
                    throw new NoClassDefFoundError();
                }))
                .isEqualTo("The step failed without a message");
    }

    @Test
    void aStateOfTwentyMegabytesIsRefused() {
        assertThat(failureOf(state -> State.of("blob", "x".repeat(20 << 20)))).contains("at most 4 MiB");
    }

    @Test
    void aStateThatIsNestedTooDeepIsRefused() {
        assertThat(failureOf(state -> State.of("deep", nested(500)))).contains("deeper than 150 levels");
    }

    @Test
    void whatIsNoJsonIsRefused() {
        List<Object> itself = new ArrayList<>();
        itself.add(itself);

        assertThat(failureOf(state -> State.of("self", itself))).isNotBlank();
        assertThat(failureOf(state -> State.of("object", new Object()))).isNotBlank();
        assertThat(failureOf(state -> State.of("nul", "a\0b"))).contains("can't be stored");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_24)
    void stepsThatComputeWithoutEndHoldUpNobody() throws Exception {
        CountDownLatch ran = new CountDownLatch(1);
        ENGINE.deploy(
                new TestTask(
                        "spinning",
                        steps -> steps.stateStep("a", "A", state -> {
                                    while (FOREVER.getCount() > 0 && ran.getCount() > 0) {
                                        Thread.onSpinWait();
                                    }
                                    return State.empty();
                                })
                                .done()),
                new TestTask(
                        "plain",
                        steps -> steps.stateStep("a", "A", state -> {
                                    ran.countDown();
                                    return State.empty();
                                })
                                .done()));
        for (int carrier = 0; carrier < Runtime.getRuntime().availableProcessors(); carrier++) {
            ENGINE.start("spinning");
        }
        Worker worker = ENGINE.worker();
        worker.start();
        TimeUnit.MILLISECONDS.sleep(200);
        ENGINE.start("plain");

        assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
        worker.stop();
    }

    @Test
    void anInterruptionThatAStepLeavesBehindHitsNobody() {
        ENGINE.deploy(new TestTask(
                "poison",
                steps -> steps.resultStep("a", "A", context -> {
                            context.withCheckpoint(client ->
                                    client.query("SELECT 1").execute().await().indefinitely());
                            Thread.currentThread().interrupt();
                            return StepResult.success(State.empty());
                        })
                        .done()));
        UUID process = ENGINE.start("poison");

        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void aStepThatHangsHoldsUpNobodyElse() throws Exception {
        ENGINE.deploy(
                new TestTask(
                        "poison",
                        steps -> steps.stateStep("a", "A", state -> {
                                    FOREVER.await();
                                    return State.empty();
                                })
                                .within(Duration.ofSeconds(1))
                                .done()),
                new TestTask("healthy", steps -> steps.done()));
        UUID hanging = ENGINE.start("poison");
        List<UUID> others = List.of(ENGINE.start("healthy"), ENGINE.start("healthy"));
        Worker worker = ENGINE.worker();
        worker.start();

        while (!others.stream().allMatch(other -> ENGINE.status(other) == ProcessStatus.COMPLETED)) {
            Thread.onSpinWait();
        }
        worker.stop();

        assertThat(ENGINE.status(hanging)).isEqualTo(ProcessStatus.FAILED);
    }

    /** The reason for which a process with this step fails, while others complete in the same worker. */
    private static String failureOf(StateStep poison) {
        ENGINE.deploy(
                new TestTask(
                        "poison", steps -> steps.stateStep("a", "A", poison).done()),
                new TestTask(
                        "healthy",
                        steps -> steps.stateStep("a", "A", state -> State.empty())
                                .done()));
        UUID bad = ENGINE.start("poison");
        UUID good = ENGINE.start("healthy");

        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(good)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(ENGINE.status(bad)).isEqualTo(ProcessStatus.FAILED);
        return ENGINE.record(bad).process().failedReason();
    }

    private static ObjectNode nested(int levels) {
        ObjectNode innermost = Json.object();
        ObjectNode outer = innermost;
        for (int level = 0; level < levels; level++) {
            ObjectNode next = Json.object();
            next.set("in", outer);
            outer = next;
        }
        return outer;
    }
}
