package dev.orchestrator.process;

import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds where a process goes on: by the ids of the steps that its record shows as done, never by position.
 *
 * <p>The next step is the first one of the list that is not done. If the list has done steps behind it, somebody put a new
 * step in front of what was already run: neither running nor skipping it is right, so the process is stopped with the reason.
 * A done step that the list no longer has needs nothing.
 */
public final class StepCursor {
    private final Set<String> done;
    private final State state;
    private final Set<String> passed = new LinkedHashSet<>();

    private StepCursor(ProcessRecord record) {
        this.done = record.doneKeys();
        this.state = record.state();
    }

    public static NextStep next(StepList list, ProcessRecord record) {
        StepCursor cursor = new StepCursor(record);
        NextStep next = cursor.firstNotDone("", list.steps());
        if (next == null) {
            return new NextStep.Finished();
        }
        return cursor.doneBehind(list).isEmpty() ? next : cursor.misfit(next, cursor.doneBehind(list));
    }

    private NextStep firstNotDone(String prefix, List<Step> steps) {
        for (Step step : steps) {
            NextStep next = within(StepList.key(prefix, step), step);
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    private NextStep within(String key, Step step) {
        if (done.contains(key)) {
            passed.add(key);
            return null;
        }
        return switch (step) {
            case Step.Conditional conditional when !isOn(key, conditional) -> new NextStep.Skip(key, step);
            case Step.Conditional conditional -> within(key, conditional.step());
            case Step.Group group -> firstNotDone(StepList.groupPrefix(key), group.steps());
            case Step.Action ignored -> new NextStep.Run(key, step);
            case Step.Retry ignored -> new NextStep.Run(key, step);
            case Step.Input ignored -> new NextStep.Run(key, step);
            case Step.Await ignored -> new NextStep.Run(key, step);
        };
    }

    /** A group that was begun stays on, whatever its steps do to the state. */
    private boolean isOn(String key, Step.Conditional conditional) {
        return done.stream().anyMatch(doneKey -> doneKey.startsWith(StepList.groupPrefix(key)))
                || conditional.condition().test(state);
    }

    private List<String> doneBehind(StepList list) {
        List<String> behind = new ArrayList<>();
        collectDone("", list.steps(), behind);
        behind.removeAll(passed);
        return behind;
    }

    private void collectDone(String prefix, List<Step> steps, List<String> found) {
        for (Step step : steps) {
            String key = StepList.key(prefix, step);
            if (done.contains(key)) {
                found.add(key);
            }
            if (StepList.unconditional(step) instanceof Step.Group group) {
                collectDone(StepList.groupPrefix(key), group.steps(), found);
            }
        }
    }

    private NextStep misfit(NextStep next, List<String> behind) {
        String key = switch (next) {
            case NextStep.Run run -> run.key();
            case NextStep.Skip skip -> skip.key();
            case NextStep.Finished ignored -> "done";
            case NextStep.Misfit ignored -> "";
        };
        return new NextStep.Misfit("Step '" + key + "' stands before " + behind
                + ", which this process has already done, but is not on its record: the workflow was changed while the process"
                + " was under way. Bring the old order back, or place the new step behind what is done; then retry.");
    }
}
