package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.form.Form;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Backoff;
import dev.orchestrator.workflow.Callback;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Walks every transition that {@link ProcessStatus} declares, on a database that notes each change of status. */
class WalkedTransitionsTest {
    private static final String NOTE_TRANSITIONS = """
            CREATE TABLE transitions (old varchar, new varchar);
            CREATE FUNCTION note_transition() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN INSERT INTO transitions VALUES (OLD.last_status, NEW.last_status); RETURN NEW; END $$;
            CREATE TRIGGER note_transition AFTER UPDATE OF last_status ON processes FOR EACH ROW
                WHEN (OLD.last_status <> NEW.last_status) EXECUTE FUNCTION note_transition();
            """;

    private final CountDownLatch inStep = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final EngineHarness engine = new EngineHarness(
            new TestTask("complete", steps -> steps.done()),
            new TestTask(
                    "ask",
                    steps -> steps.input("ask", "Ask", Assignee.NOC, state -> Form.none())
                            .done()),
            new TestTask(
                    "call",
                    steps -> steps.callback(
                                    "call", "Call", Callback.into("result").within(Duration.ofHours(1)))
                            .done()),
            new TestTask(
                    "fail",
                    steps -> steps.stateStep("a", "A", state -> fail(StepFailure.failed("no")))
                            .done()),
            new TestTask(
                    "inconsistent",
                    steps -> steps.stateStep("a", "A", state -> fail(StepFailure.inconsistentData("no")))
                            .done()),
            new TestTask(
                    "unavailable",
                    steps -> steps.stateStep("a", "A", state -> fail(StepFailure.apiUnavailable("no", null)))
                            .done()),
            new TestTask(
                    "wait",
                    steps -> steps.retryStep("a", "A", Backoff.PATIENT, state -> fail(StepFailure.failed("no")))
                            .done()),
            new TestTask(
                    "ask-beside-a-retry",
                    steps -> steps.parallel(
                                    "both",
                                    "Both",
                                    branches -> branches.input("ask", "Ask", Assignee.NOC, state -> Form.none())
                                            .retryStep(
                                                    "a", "A", Backoff.PATIENT, state -> fail(StepFailure.failed("no"))))
                            .done()),
            new TestTask(
                    "give-up",
                    steps -> steps.resultStep("a", "A", context -> new StepResult.Aborted(State.empty()))
                            .done()),
            new TestTask(
                    "hang",
                    steps -> steps.stateStep("a", "A", state -> {
                                inStep.countDown();
                                goOn.await();
                                return State.empty();
                            })
                            .done()));

    @AfterEach
    void tearDown() {
        engine.close();
    }

    @Test
    void everyDeclaredTransitionIsWalkedAndNoOther() throws Exception {
        engine.database.execute(NOTE_TRANSITIONS);

        endings();
        resumptions();
        abortions();
        theTimeout();
        anotherBranch();

        Set<String> walked = new TreeSet<>();
        engine.database
                .query("SELECT DISTINCT old, new FROM transitions")
                .forEach(row -> walked.add(row.get(0) + " -> " + row.get(1)));
        assertThat(walked).isEqualTo(declared());
    }

    private void endings() {
        for (String task : new String[] {"complete", "give-up"}) {
            engine.start(task);
        }
        engine.runUntilIdle();
    }

    private void resumptions() {
        for (String task : new String[] {"fail", "inconsistent", "unavailable", "wait", "ask"}) {
            engine.resume(standing(task), Json.object());
        }
        UUID waiting = standing("wait");
        engine.database.execute("UPDATE process_queue SET due_at = now() WHERE pid = '" + waiting + "'");
        UUID called = standing("call");
        String token = engine.record(called).state().text(Callback.TOKEN);
        engine.callbacks().receive(called, token, Json.object());
        engine.runUntilIdle();
    }

    private void abortions() throws Exception {
        for (String task : new String[] {"fail", "inconsistent", "unavailable", "wait", "ask", "call"}) {
            engine.abort(standing(task));
        }
        engine.abort(engine.start("complete"));
        UUID resumed = standing("fail");
        engine.resume(resumed);
        engine.abort(resumed);
        UUID running = engine.start("hang");
        Worker worker = engine.worker();
        worker.start();
        inStep.await();
        engine.abort(running);
        goOn.countDown();
        worker.stop();
    }

    private void theTimeout() {
        UUID called = standing("call");
        engine.database.execute("UPDATE process_queue SET due_at = now() WHERE pid = '" + called + "'");
        engine.runUntilIdle();
    }

    private void anotherBranch() {
        UUID asking = standing("ask-beside-a-retry");
        engine.database.execute("UPDATE process_queue SET due_at = now() WHERE pid = '" + asking + "'");
        engine.runUntilIdle();
    }

    private UUID standing(String task) {
        UUID process = engine.start(task);
        engine.runUntilIdle();
        return process;
    }

    private static State fail(StepFailure failure) {
        throw failure;
    }

    private static Set<String> declared() {
        Set<String> declared = new TreeSet<>();
        for (ProcessStatus from : ProcessStatus.values()) {
            Arrays.stream(ProcessStatus.values())
                    .filter(from::canBecome)
                    .forEach(to -> declared.add(from.wireName() + " -> " + to.wireName()));
        }
        return declared;
    }
}
