package dev.orchestrator.worker;

import static dev.orchestrator.form.Form.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Callback;
import dev.orchestrator.workflow.DefaultVersions;
import dev.orchestrator.workflow.Steps;
import dev.orchestrator.workflow.Workflow;
import dev.orchestrator.workflow.WorkflowRegistry;
import dev.orchestrator.workflow.WorkflowVersion;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkflowVersionsTest {
    record Answer(String answer) {}

    private static final Workflow ONE = asking(1, "Old question");
    private static final Workflow TWO = asking(2, "New question");

    private final EngineHarness engine = new EngineHarness(ONE);

    @AfterEach
    void tearDown() {
        engine.close();
    }

    @Test
    void aProcessStaysOnItsVersionWhileNewOnesTakeTheNewest() {
        UUID before = engine.start("change");
        engine.deploy(ONE, TWO);
        UUID after = engine.start("change");

        engine.runUntilIdle();

        assertThat(engine.record(before).process().lastStep()).isEqualTo("Old question");
        assertThat(engine.record(after).process().lastStep()).isEqualTo("New question");
    }

    @Test
    void newProcessesTakeTheVersionThatIsSetAsDefault() {
        engine.deploy(DefaultVersions.parse(List.of("change:1")), ONE, TWO);

        UUID process = engine.start("change");

        assertThat(engine.record(process).process().workflow()).isEqualTo(new WorkflowVersion("change", 1));
    }

    @Test
    void aWorkerLeavesVersionsThatItLacksToOthers() {
        UUID process = engine.start("change");
        engine.deploy(TWO);
        engine.runUntilIdle();
        assertThat(engine.status(process)).isEqualTo(ProcessStatus.CREATED);

        engine.deploy(ONE);
        engine.runUntilIdle();

        assertThat(engine.status(process)).isEqualTo(ProcessStatus.SUSPENDED);
    }

    @Test
    void anAnswerToAFormOfAVersionThatIsNotHereIsRefusedAndChangesNothing() {
        UUID process = engine.start("change");
        engine.runUntilIdle();
        engine.deploy(TWO);

        assertThatThrownBy(() -> engine.resume(process, Json.object().put("answer", "yes")))
                .isInstanceOfSatisfying(
                        OrchestratorException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.WORKFLOW_VERSION_MISSING))
                .hasMessageContaining("version 1 of workflow 'change'")
                .hasMessageContaining("has version 2");
        assertThat(engine.status(process)).isEqualTo(ProcessStatus.SUSPENDED);
    }

    @Test
    void anAnswerCountsOnceTheVersionIsBack() {
        UUID process = engine.start("change");
        engine.runUntilIdle();
        engine.deploy(ONE, TWO);

        engine.resume(process, Json.object().put("answer", "yes"));
        engine.deploy(TWO);
        engine.runUntilIdle();
        assertThat(engine.status(process)).isEqualTo(ProcessStatus.RESUMED);
        engine.deploy(ONE);
        engine.runUntilIdle();

        assertThat(engine.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(engine.record(process).state().text("answer")).isEqualTo("yes");
    }

    @Test
    void aCallbackForAVersionThatNoWorkerHasIsKeptUntilOneHasIt() {
        Workflow calling = new TestTask(
                "calling",
                1,
                steps -> steps.callback("ask", "Ask", Callback.into("report")).done());
        engine.deploy(calling);
        UUID process = engine.start("calling");
        engine.runUntilIdle();
        engine.deploy(TWO);

        engine.callbacks().receive(process, engine.record(process).state().text(Callback.TOKEN), Json.object());
        engine.runUntilIdle();
        assertThat(engine.status(process)).isEqualTo(ProcessStatus.RESUMED);
        engine.deploy(calling);
        engine.runUntilIdle();

        assertThat(engine.status(process)).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void aRunningWorkerTellsWhichVersionsItHas() throws Exception {
        engine.deploy(ONE, TWO);
        Worker worker = engine.worker();

        worker.start();
        try {
            assertThat(engine.queue.registered())
                    .containsExactlyInAnyOrder(new WorkflowVersion("change", 1), new WorkflowVersion("change", 2));
        } finally {
            worker.stop();
        }

        assertThat(engine.queue.registered()).isEmpty();
    }

    @Test
    void oneVersionCanNotBeThereTwice() {
        assertThatThrownBy(() -> new WorkflowRegistry(List.of(ONE, asking(1, "Another"))))
                .hasMessageContaining("Two workflows are version 1 of workflow 'change'");
    }

    @Test
    void aDefaultThatIsNotThereIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new WorkflowRegistry(List.of(TWO), DefaultVersions.parse(List.of("change:1"))))
                .hasMessageContaining("version 1 of workflow 'change'")
                .hasMessageContaining("[2]");
        assertThatThrownBy(() -> DefaultVersions.parse(List.of("change=1"))).hasMessageContaining("got 'change=1'");
    }

    private static Workflow asking(int version, String question) {
        return new TestTask("change", version, steps -> ask(steps, question).done());
    }

    private static Steps<SubscriptionModel> ask(Steps<SubscriptionModel> steps, String question) {
        return steps.stateStep("prepare", "Prepare", state -> State.empty())
                .input(
                        "ask",
                        question,
                        Assignee.NOC,
                        state -> page(question, Answer.class).submit());
    }
}
