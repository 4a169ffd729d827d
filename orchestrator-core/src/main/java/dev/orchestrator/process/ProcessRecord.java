package dev.orchestrator.process;

import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Children;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A process and the rows of its steps that count, oldest first: all that is needed to go on with it anywhere. */
public record ProcessRecord(Process process, List<ProcessStep> steps) {
    public ProcessRecord {
        steps = List.copyOf(steps);
    }

    /** The state that the next step gets: the fold of what was done, without the descriptions of failures. */
    public State state() {
        return stateOf(row -> true);
    }

    /** The fold of those rows only. */
    State stateOf(Predicate<ProcessStep> rows) {
        State folded = State.empty();
        for (ProcessStep step : steps) {
            if (step.isWhole()) {
                folded = rows.test(step) ? step.changes() : State.empty();
            } else if (!step.status().isFailure() && rows.test(step)) {
                folded = folded.merge(step.changes());
            }
        }
        return folded;
    }

    /** The state as people see it: with the last failure, if the process stands at one. */
    public State shownState() {
        State state = state();
        return lastStep()
                .filter(step -> step.status().isFailure())
                .map(step -> state.merge(StepError.shown(step)))
                .orElse(state);
    }

    /** Where the process stands; an edited state does not change that. */
    public Optional<ProcessStep> lastStep() {
        return steps.reversed().stream().filter(step -> !step.isStateEdited()).findFirst();
    }

    /**
     * The same text for every attempt of a step, for other systems to tell a repetition. Once an operator has gone back the steps
     * behind are meant to happen again, so theirs is another.
     */
    public String idempotencyKey(String stepKey) {
        String key = process.processId() + ":" + stepKey;
        return steps.reversed().stream()
                .filter(ProcessStep::isWentBack)
                .findFirst()
                .map(wentBack -> key + ":" + wentBack.stepId())
                .orElse(key);
    }

    /** The newest row of a step of the version that the process is on. */
    public Optional<ProcessStep> newest(String key) {
        return steps.reversed().stream()
                .takeWhile(step -> !step.isWhole())
                .filter(step -> step.key().equals(key))
                .findFirst();
    }

    /** The row of a step that has started children and has not ended, if the process is at one. */
    public Optional<ProcessStep> childrenStarted() {
        Set<String> done = doneKeys();
        return steps.reversed().stream()
                .takeWhile(step -> !step.isWhole())
                .filter(row -> Children.stepOf(row.key())
                        .filter(step -> !done.contains(step))
                        .isPresent())
                .findFirst();
    }

    /** The keys of the steps that need not run again, in the order in which they were done. */
    public Set<String> doneKeys() {
        return Trail.doneByKey(steps).entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** This record with further rows; a row with a known id takes that one's place. */
    public ProcessRecord with(List<ProcessStep> further) {
        List<ProcessStep> all = new ArrayList<>(steps);
        further.forEach(step -> put(step, all));
        return new ProcessRecord(process, all);
    }

    private static void put(ProcessStep step, List<ProcessStep> rows) {
        for (int place = rows.size() - 1; place >= 0; place--) {
            if (rows.get(place).stepId().equals(step.stepId())) {
                rows.set(place, step);
                return;
            }
        }
        rows.add(step);
    }
}
