package dev.orchestrator.process.operator;

import dev.orchestrator.process.Intervention;
import dev.orchestrator.process.Intervention.Change;
import dev.orchestrator.process.ProcessAction;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.state.Json;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes on behind the step at which a process stands. What people see as one step is skipped as one: of a group or a callback
 * step, the parts that are not done yet. Each gets a row that says so, and adds nothing to the state.
 *
 * @param expected the id of the step that the operator means, so that it is no other; empty for whichever it is
 */
public record SkipStep(Optional<String> expected) implements OperatorAction {
    @Override
    public Intervention plan(Situation situation) {
        ProcessRecord record = situation.record();
        ProcessAction.SKIP.requireAllowed(record.process());
        Standing standing = Standing.of(record, Standing.steps(record, situation.steps()));
        Step step = standing.shown();
        if (!expected.orElse(step.id()).equals(step.id())) {
            throw Standing.refusal(
                    record, "The process stands at step '" + step.id() + "', not at '" + expected.get() + "'");
        }
        List<ProcessStep> rows = new ArrayList<>();
        collect("", step, situation, rows);
        return Intervention.on(
                record.process(),
                ProcessAction.SKIP,
                situation.operator(),
                Change.rows(rows, Json.object().put("step", step.id()).put("name", step.name())));
    }

    private static void collect(String prefix, Step step, Situation situation, List<ProcessStep> rows) {
        String key = StepList.key(prefix, step);
        if (StepList.unconditional(step) instanceof Step.Group group) {
            group.steps().forEach(part -> collect(StepList.groupPrefix(key), part, situation, rows));
        } else if (!situation.record().doneKeys().contains(key)) {
            rows.add(ProcessStep.skipped(situation.now(), situation.operator().name(), key, step.name()));
        }
    }
}
