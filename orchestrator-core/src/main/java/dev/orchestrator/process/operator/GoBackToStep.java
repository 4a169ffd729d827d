package dev.orchestrator.process.operator;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.Intervention;
import dev.orchestrator.process.Intervention.Change;
import dev.orchestrator.process.ProcessAction;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.state.Json;
import dev.orchestrator.workflow.Children;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Runs an earlier step again, and all behind it. The rows from there on stay as history and do not count any more, so the
 * state is what it was before the step; what the steps did to subscriptions and to other systems is not undone. Children that steps
 * from there on have started are aborted as far as they have not ended: the step will start others.
 *
 * @param step the id of the step to go on with
 */
public record GoBackToStep(String step) implements OperatorAction {
    @Override
    public Intervention plan(Situation situation) {
        ProcessRecord record = situation.record();
        ProcessAction.GO_BACK.requireAllowed(record.process());
        StepList list = Standing.steps(record, situation.steps());
        Step target = target(record, list);
        int from = firstRow(record.steps(), fromOn(target, list));
        ProcessStep marker =
                ProcessStep.wentBack(situation.now(), situation.operator().name(), target.name());
        requireNext(record, from, marker, target, list);
        return Intervention.on(
                record.process(),
                ProcessAction.GO_BACK,
                situation.operator(),
                Change.goingBack(
                        marker,
                        ids(record.steps().subList(from, record.steps().size())),
                        startedChildren(record, from),
                        Json.object().put("step", target.id()).put("name", target.name())));
    }

    /** One that the process has reached, or one that was put before those since. */
    private Step target(ProcessRecord record, StepList list) {
        List<Step> possible = StepList.bothPaths(list.steps()).stream()
                .filter(candidate -> firstRow(record.steps(), fromOn(candidate, list)) >= 0)
                .toList();
        return possible.stream()
                .filter(candidate -> candidate.id().equals(step))
                .findFirst()
                .orElseThrow(() -> new OrchestratorException(
                        ErrorCode.INVALID_INPUT,
                        "The process has not come to a step '" + step + "'; it can go back to one of "
                                + possible.stream().map(Step::id).toList()));
    }

    private static List<Step> fromOn(Step step, StepList list) {
        List<Step> all = StepList.bothPaths(list.steps());
        return all.subList(all.indexOf(step), all.size());
    }

    /** Steps may have changed places since they ran; then another one, or none, would be next. */
    private static void requireNext(ProcessRecord record, int from, ProcessStep marker, Step target, StepList list) {
        List<ProcessStep> rows = new ArrayList<>(record.steps().subList(0, from));
        rows.add(marker);
        ProcessRecord gone = new ProcessRecord(record.process(), rows);
        Standing next = Standing.of(gone, list);
        if (!next.shown().id().equals(target.id())) {
            throw Standing.refusal(
                    record,
                    "Going back to step '" + target.id() + "' would lead to step '"
                            + next.shown().id()
                            + "': the workflow's order has changed since. Go back to that one instead");
        }
    }

    /** The first row that tells of one of the steps, on the version that the process is on; -1 for none. */
    private static int firstRow(List<ProcessStep> rows, List<Step> steps) {
        Set<String> ids = steps.stream().map(Step::id).collect(Collectors.toSet());
        int migrated = rows.stream().map(ProcessStep::isWhole).toList().lastIndexOf(true);
        for (int index = migrated + 1; index < rows.size(); index++) {
            if (ids.contains(Standing.shownId(rows.get(index).key()))) {
                return index;
            }
        }
        return -1;
    }

    /** The runs of steps, from that row on, that have started children. */
    private static List<String> startedChildren(ProcessRecord record, int from) {
        List<ProcessStep> rows = record.steps();
        return IntStream.range(from, rows.size())
                .boxed()
                .flatMap(index -> Children.stepOf(rows.get(index).key())
                        .map(step -> new ProcessRecord(record.process(), rows.subList(0, index)).idempotencyKey(step))
                        .stream())
                .toList();
    }

    private static List<UUID> ids(List<ProcessStep> rows) {
        return rows.stream().map(ProcessStep::stepId).toList();
    }
}
