package dev.orchestrator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.StepResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which path of a patch a process takes; a row is written {@code key+} when it is done and {@code key-} when it is only reached. */
class PatchTest {
    private static final StepList INITIAL = list(step("old"), step("wait"));
    private static final StepList PATCHED =
            list(patched("p", List.of(step("new")), List.of(step("old"))), step("wait"));
    private static final StepList DEPRECATED = list(deprecated("p", step("new")), step("wait"));
    private static final StepList COMPLETE = list(step("new"), step("wait"));

    @Test
    void marksAProcessThatReachesThePlace() {
        assertThat(next(PATCHED, "start+")).isEqualTo("mark patch:p");
    }

    @Test
    void takesTheNewStepsOnceMarked() {
        assertThat(next(PATCHED, "start+", "patch:p+")).isEqualTo("run new");
    }

    @Test
    void keepsTheOldPathOfAProcessThatHasDoneAnOldStep() {
        assertThat(next(PATCHED, "start+", "old+")).isEqualTo("run wait");
    }

    @Test
    void keepsTheOldPathOfAProcessThatHasOnlyBegunAnOldStep() {
        assertThat(next(PATCHED, "start+", "old-")).isEqualTo("run old");
    }

    @Test
    void keepsTheOldPathOfAProcessThatHasPassedThePlace() {
        StepList added = list(patched("p", List.of(step("new")), List.of()), step("wait"));

        assertThat(next(added, "start+", "wait-")).isEqualTo("run wait");
    }

    @Test
    void keepsTheOldPathInsideAGroupThatIsPassed() {
        Step group = new Step.Group("g", "Group", List.of(step("a"), patched("p", List.of(step("new")), List.of())));

        assertThat(next(list(group, step("wait")), "start+", "g/a+", "wait-")).isEqualTo("run wait");
    }

    @Test
    void tellsThePatchesWhoseOldPathIsKept() {
        assertThat(StepCursor.position(PATCHED, trail("start+", "old+")).oldPaths())
                .containsExactly("p");
    }

    @Test
    void swapsStepsThatBothPathsHave() {
        StepList swapped =
                list(patched("swap", List.of(step("d"), step("c")), List.of(step("c"), step("d"))), step("e"));

        assertThat(next(swapped, "start+", "c+")).isEqualTo("run d");
        assertThat(next(swapped, "start+", "patch:swap+", "d+")).isEqualTo("run c");
    }

    @Test
    void decidesForEachPlaceUnderItsOwnPath() {
        Step group = new Step.Group(
                "g", "Group", List.of(patched("p", List.of(step("new")), List.of(step("old"))), step("b")));

        assertThat(next(list(group), "start+")).isEqualTo("mark g/patch:p");
        assertThat(next(list(group), "start+", "g/patch:p+", "g/new+")).isEqualTo("run g/b");
    }

    @Test
    void refusesADeprecationWhileAProcessIsOnTheOldPath() {
        assertThat(next(DEPRECATED, "start+", "old+", "wait-"))
                .startsWith("misfit")
                .contains("took the old path of patch 'p'")
                .contains("Bring patched('p', …) back");
    }

    @Test
    void refusesADeprecationInTheMiddleOfTheOldPath() {
        assertThat(next(DEPRECATED, "start+", "old+")).startsWith("misfit").contains("'old'");
    }

    @Test
    void goesOnUnderADeprecationWithAMarkedProcess() {
        assertThat(next(DEPRECATED, "start+", "patch:p+", "new+", "wait-")).isEqualTo("run wait");
    }

    @Test
    void refusesTheRemovalWhileAProcessIsMarked() {
        assertThat(next(COMPLETE, "start+", "patch:p+", "new+", "wait-"))
                .startsWith("misfit")
                .contains("marked with patch 'p'")
                .contains("Bring deprecatePatch back");
    }

    @Test
    void goesOnAfterTheRemovalWithAProcessOfTheDeprecation() {
        assertThat(next(DEPRECATED, "start+")).isEqualTo("mark deprecated-patch:p");
        assertThat(next(COMPLETE, "start+", "deprecated-patch:p+", "new+")).isEqualTo("run wait");
    }

    @Test
    void refusesTheRemovalWhileAProcessIsOnTheOldPath() {
        assertThat(next(COMPLETE, "start+", "old+", "wait-"))
                .startsWith("misfit")
                .contains("'old'");
    }

    @Test
    void refusesAMarkedProcessInABuildFromBeforeThePatch() {
        assertThat(next(INITIAL, "start+", "patch:p+", "new+")).startsWith("misfit");
    }

    @Test
    void goesOnWithAProcessOfALaterBuildAfterARollback() {
        assertThat(next(PATCHED, "start+", "new+", "wait-")).isEqualTo("run wait");
        assertThat(next(DEPRECATED, "start+", "new+", "wait-")).isEqualTo("run wait");
    }

    @Test
    void refusesAnIdThatTheListHasBesideAPath() {
        assertThatThrownBy(() -> list(patched("p", List.of(step("wait")), List.of(step("old"))), step("wait")))
                .hasMessageContaining("used twice: [wait]");
    }

    @Test
    void refusesAPatchThatIsThereTwice() {
        assertThatThrownBy(() -> list(deprecated("p", step("a")), deprecated("p", step("b"))))
                .hasMessageContaining("used twice: [patch:p]");
    }

    @Test
    void refusesAnIdThatAKeyCouldNotHold() {
        assertThatThrownBy(() -> list(step("a/b")))
                .hasMessageContaining("'a/b'")
                .hasMessageContaining("neither '/'");
    }

    private static String next(StepList list, String... rows) {
        return switch (StepCursor.position(list, trail(rows)).next()) {
            case NextStep.Run run -> "run " + run.key();
            case NextStep.Skip skip -> "skip " + skip.key();
            case NextStep.Mark mark -> "mark " + mark.key();
            case NextStep.Finished ignored -> "finished";
            case NextStep.Misfit misfit -> "misfit " + misfit.reason();
        };
    }

    private static Trail trail(String... rows) {
        Map<String, Boolean> doneByKey = new LinkedHashMap<>();
        for (String row : rows) {
            doneByKey.put(row.substring(0, row.length() - 1), row.endsWith("+"));
        }
        return Trail.withoutState(doneByKey);
    }

    private static StepList list(Step... steps) {
        return new StepList(List.of(steps));
    }

    private static Step patched(String id, List<Step> newSteps, List<Step> oldSteps) {
        return new Step.Patch(id, newSteps, Optional.of(oldSteps));
    }

    private static Step deprecated(String id, Step... newSteps) {
        return new Step.Patch(id, List.of(newSteps), Optional.empty());
    }

    private static Step step(String id) {
        return new Step.Action(id, "Step " + id, context -> StepResult.success(State.empty()));
    }
}
