package dev.orchestrator.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.StepResult;
import dev.orchestrator.workflow.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StepCursorTest {
    private static final StepList A_B_C = new StepList(List.of(step("a"), step("b"), step("c")));

    @Test
    void beginsWithTheFirstStep() {
        assertThat(nextKey(A_B_C, record())).isEqualTo("a");
    }

    @Test
    void goesOnBehindWhatIsDone() {
        assertThat(nextKey(A_B_C, record(done("a"), done("b")))).isEqualTo("c");
    }

    @Test
    void runsAFailedStepAgain() {
        assertThat(nextKey(A_B_C, record(done("a"), row("b", StepStatus.FAILED, State.empty()))))
                .isEqualTo("b");
    }

    @Test
    void isFinishedWhenAllIsDone() {
        assertThat(StepCursor.next(A_B_C, record(done("a"), done("b"), done("c"))))
                .isInstanceOf(NextStep.Finished.class);
    }

    @Test
    void refusesAStepPutBeforeWhatIsDone() {
        StepList changed = new StepList(List.of(step("new"), step("a"), step("b")));

        NextStep next = StepCursor.next(changed, record(done("a")));

        assertThat(next)
                .isInstanceOfSatisfying(
                        NextStep.Misfit.class,
                        misfit -> assertThat(misfit.reason()).contains("'new'").contains("[a]"));
    }

    @Test
    void runsAStepPutBehindWhatIsDone() {
        StepList changed = new StepList(List.of(step("a"), step("new"), step("b")));

        assertThat(nextKey(changed, record(done("a")))).isEqualTo("new");
    }

    @Test
    void needsNothingOfADoneStepThatIsGone() {
        StepList changed = new StepList(List.of(step("b"), step("c")));

        assertThat(nextKey(changed, record(done("a"), done("b")))).isEqualTo("c");
    }

    @Test
    void refusesAStepThatMayBeADoneOneUnderAnotherId() {
        StepList changed = new StepList(List.of(step("a"), step("b2"), step("c")));

        NextStep next =
                StepCursor.next(changed, record(done("a"), done("b"), row("c", StepStatus.FAILED, State.empty())));

        assertThat(next)
                .isInstanceOfSatisfying(
                        NextStep.Misfit.class,
                        misfit -> assertThat(misfit.reason()).contains("'b'").contains("'b2'"));
    }

    @Test
    void runsAStepPutBetweenWhatIsDoneAndWhatHasFailed() {
        StepList changed = new StepList(List.of(step("a"), step("b"), step("new"), step("c")));

        ProcessRecord record = record(done("a"), done("b"), row("c", StepStatus.FAILED, State.empty()));

        assertThat(nextKey(changed, record)).isEqualTo("new");
    }

    @Test
    void goesByIdWhateverTheName() {
        StepList renamed = new StepList(List.of(action("a", "Another name"), step("b")));

        assertThat(nextKey(renamed, record(done("a")))).isEqualTo("b");
    }

    @Test
    void skipsAStepWhoseConditionDoesNotHold() {
        StepList list = new StepList(List.of(new Step.Conditional(state -> state.has("wanted"), step("a")), step("b")));

        assertThat(StepCursor.next(list, record()))
                .isInstanceOfSatisfying(
                        NextStep.Skip.class, skip -> assertThat(skip.key()).isEqualTo("a"));
    }

    @Test
    void asksTheConditionOfTheStateAsItIs() {
        StepList list = new StepList(List.of(step("a"), new Step.Conditional(state -> state.has("wanted"), step("b"))));

        ProcessRecord record = record(row("a", StepStatus.SUCCESS, State.of("wanted", true)));

        assertThat(nextKey(list, record)).isEqualTo("b");
    }

    @Test
    void goesOnInsideAGroupByPath() {
        StepList list = new StepList(List.of(new Step.Group("g", "Group", List.of(step("a"), step("b"))), step("c")));

        assertThat(nextKey(list, record(done("g/a")))).isEqualTo("g/b");
    }

    @Test
    void staysInAGroupThatWasBegunThoughItsConditionNoLongerHolds() {
        Step group = new Step.Group("g", "Group", List.of(step("a"), step("b")));
        StepList list = new StepList(List.of(new Step.Conditional(state -> !state.has("a_ran"), group), step("c")));

        ProcessRecord record = record(row("g/a", StepStatus.SUCCESS, State.of("a_ran", true)));

        assertThat(nextKey(list, record)).isEqualTo("g/b");
    }

    @Test
    void holdsEachBranchToTheSameRulesByItself() {
        Step right = new Step.Group("right", "Right", List.of(step("c")));
        Step before = new Step.Group("left", "Left", List.of(step("new"), step("a"), step("b")));
        Step behind = new Step.Group("left", "Left", List.of(step("a"), step("new"), step("b")));
        ProcessRecord record = record(done("p/left/a"), done("p/right/c"));

        NextStep refused =
                StepCursor.next(new StepList(List.of(new Step.Parallel("p", "P", List.of(before, right)))), record);
        NextStep runs =
                StepCursor.next(new StepList(List.of(new Step.Parallel("p", "P", List.of(behind, right)))), record);

        assertThat(refused)
                .isInstanceOfSatisfying(
                        NextStep.Misfit.class,
                        misfit -> assertThat(misfit.reason())
                                .contains("'p/left/new'")
                                .contains("[p/left/a]"));
        assertThat(runs)
                .isInstanceOfSatisfying(
                        NextStep.Run.class, run -> assertThat(run.key()).isEqualTo("p/left/new"));
    }

    private static String nextKey(StepList list, ProcessRecord record) {
        return ((NextStep.Run) StepCursor.next(list, record)).key();
    }

    private static Step step(String id) {
        return action(id, "Step " + id);
    }

    private static Step action(String id, String name) {
        return new Step.Action(id, name, context -> StepResult.success(State.empty()));
    }

    private static ProcessStep done(String key) {
        return row(key, StepStatus.SUCCESS, State.empty());
    }

    private static ProcessStep row(String key, StepStatus status, State changes) {
        return new ProcessStep(
                UUID.randomUUID(), key, "Step " + key, status, changes, "SYSTEM", Instant.EPOCH, Instant.EPOCH, 1);
    }

    private static ProcessRecord record(ProcessStep... rows) {
        List<ProcessStep> all = new ArrayList<>(List.of(done("start")));
        all.addAll(List.of(rows));
        Process process = new Process(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "test",
                1,
                Target.SYSTEM,
                true,
                Assignee.SYSTEM,
                ProcessStatus.RUNNING,
                null,
                "SYSTEM",
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                null,
                null);
        return new ProcessRecord(process, all);
    }
}
