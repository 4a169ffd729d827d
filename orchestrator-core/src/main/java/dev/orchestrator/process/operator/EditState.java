package dev.orchestrator.process.operator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.error.Violation;
import dev.orchestrator.process.Intervention;
import dev.orchestrator.process.Intervention.Change;
import dev.orchestrator.process.ProcessAction;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.StateFit;
import dev.orchestrator.workflow.StepList;
import java.util.List;
import java.util.Set;

/**
 * Changes the state that the next step gets; the process stays where it stands. What the next step is known to read has to fit.
 *
 * @param changes the keys to set, each with its whole value; all others stay as they are
 */
public record EditState(ObjectNode changes) implements OperatorAction {
    /** What names the process itself. */
    private static final Set<String> FIXED = Set.of("process_id", "workflow_name", "workflow_target");

    @Override
    public Intervention plan(Situation situation) {
        ProcessRecord record = situation.record();
        ProcessAction.EDIT_STATE.requireAllowed(record.process());
        State wanted = record.state().merge(State.of(changes));
        State difference = wanted.changesSince(record.state());
        requireMeaning(difference);
        requireFit(record, wanted, situation);
        ProcessStep row =
                ProcessStep.stateEdited(situation.now(), situation.operator().name(), difference);
        ArrayNode keys = Json.mapper().createArrayNode();
        difference.toJson().fieldNames().forEachRemaining(keys::add);
        return Intervention.on(
                record.process(),
                ProcessAction.EDIT_STATE,
                situation.operator(),
                Change.rows(List.of(row), Json.object().set("keys", keys)));
    }

    private static void requireMeaning(State difference) {
        List<String> fixed = FIXED.stream().filter(difference::has).sorted().toList();
        if (!fixed.isEmpty()) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT, "These keys name the process itself and can't be changed: " + fixed);
        }
        if (difference.equals(State.empty())) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT,
                    "This changes nothing: send an object with the keys to set, each with a value that it does not have");
        }
    }

    private static void requireFit(ProcessRecord record, State wanted, Situation situation) {
        StepList list = Standing.steps(record, situation.steps());
        Standing standing =
                Standing.of(record.with(List.of(ProcessStep.stateEdited(situation.now(), "", wanted))), list);
        List<Violation> violations = StateFit.violations(wanted, standing.next());
        if (!violations.isEmpty()) {
            throw new OrchestratorException(
                    ErrorCode.STATE_DOES_NOT_FIT,
                    "The state does not fit step '" + standing.key() + "', which is next",
                    violations);
        }
    }
}
