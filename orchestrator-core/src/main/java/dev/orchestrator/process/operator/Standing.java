package dev.orchestrator.process.operator;

import dev.orchestrator.process.ActionNotAllowed;
import dev.orchestrator.process.NextStep;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.StepCursor;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;
import java.util.Optional;

/**
 * The step at which a process stands.
 *
 * @param key the one that runs next, a part of a group by itself
 * @param shown the one that people see: of a part, its group
 */
record Standing(String key, Step next, Step shown) {
    static StepList steps(ProcessRecord record, Optional<StepList> steps) {
        return steps.orElseThrow(() -> refusal(
                record,
                "This program does not have " + record.process().workflow()
                        + ", so it can't tell its steps; ask an API that has it"));
    }

    /** Refuses where there is no next step, or where the record does not fit the code. */
    static Standing of(ProcessRecord record, StepList list) {
        return switch (StepCursor.next(list, record)) {
            case NextStep.Run run -> at(run.key(), run.step(), list);
            case NextStep.Skip skip -> at(skip.key(), skip.step(), list);
            case NextStep.Mark mark ->
                throw refusal(
                        record,
                        "The process would take the new steps of patch '"
                                + mark.patch().patch()
                                + "' from here; what it did on the old ones can't be skipped or run again any more");
            case NextStep.Misfit misfit -> throw refusal(record, misfit.reason());
            case NextStep.Finished ignored -> throw refusal(record, "No step is left to run: a retry ends the process");
        };
    }

    static ActionNotAllowed refusal(ProcessRecord record, String message) {
        return new ActionNotAllowed(message, record.process().status());
    }

    /** The id of the step that people see: of a part, its group's. */
    static String shownId(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }

    private static Standing at(String key, Step next, StepList list) {
        String shownId = shownId(key);
        Step shown = StepList.bothPaths(list.steps()).stream()
                .filter(step -> step.id().equals(shownId))
                .findFirst()
                .orElse(next);
        return new Standing(key, StepList.unconditional(next), shown);
    }
}
