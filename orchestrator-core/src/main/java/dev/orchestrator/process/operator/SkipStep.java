package dev.orchestrator.process.operator;

import dev.orchestrator.process.Intervention;
import dev.orchestrator.process.Intervention.Change;
import dev.orchestrator.process.NextStep;
import dev.orchestrator.process.ProcessAction;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.process.StepCursor;
import dev.orchestrator.state.Json;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Goes on behind the step at which a process stands. What people see as one step is skipped as one: of a group, a callback step or
 * parallel branches, the parts that are not done yet. Each gets a row that says so, and adds nothing to the state.
 *
 * @param expected the id of the step that the operator means, so that it is no other, or the path of a part of it to skip that alone;
 *     empty for whichever step it is
 */
public record SkipStep(Optional<String> expected) implements OperatorAction {
    /** A step with the prefix of the list that it is in. */
    private record Place(String prefix, Step step) {
        String key() {
            return StepList.key(prefix, step);
        }

        List<Place> parts() {
            String below = StepList.groupPrefix(key());
            return StepList.bothPaths(StepList.unconditional(step).parts()).stream()
                    .map(part -> new Place(below, part))
                    .toList();
        }

        Stream<Place> all() {
            return Stream.concat(Stream.of(this), parts().stream().flatMap(Place::all));
        }
    }

    @Override
    public Intervention plan(Situation situation) {
        ProcessRecord record = situation.record();
        ProcessAction.SKIP.requireAllowed(record.process());
        StepList list = Standing.steps(record, situation.steps());
        Place place = place(Standing.of(record, list).shown(), record);
        List<ProcessStep> rows = place.all()
                .filter(part -> part.parts().isEmpty())
                .filter(part -> !record.doneKeys().contains(part.key()))
                .map(part -> ProcessStep.skipped(
                        situation.now(),
                        situation.operator().name(),
                        part.key(),
                        part.step().name()))
                .toList();
        requireFit(record, rows, list);
        return Intervention.on(
                record.process(),
                ProcessAction.SKIP,
                situation.operator(),
                Change.rows(
                        rows,
                        Json.object()
                                .put("step", place.key())
                                .put("name", place.step().name())));
    }

    private Place place(Step shown, ProcessRecord record) {
        Place whole = new Place("", shown);
        return whole.all()
                .filter(part -> part.key().equals(expected.orElse(whole.key())))
                .findFirst()
                .orElseThrow(() -> Standing.refusal(
                        record,
                        "The process stands at step '" + whole.key() + "', not at '" + expected.orElseThrow() + "'"));
    }

    /** A part can't be skipped before those in front of it. */
    private static void requireFit(ProcessRecord record, List<ProcessStep> rows, StepList list) {
        if (rows.isEmpty()) {
            throw Standing.refusal(record, "That part is done already; there is nothing of it to skip");
        }
        if (StepCursor.next(list, record.with(rows)) instanceof NextStep.Misfit misfit) {
            throw Standing.refusal(record, misfit.reason());
        }
    }
}
