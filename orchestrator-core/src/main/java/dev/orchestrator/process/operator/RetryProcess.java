package dev.orchestrator.process.operator;

import dev.orchestrator.process.Intervention;
import dev.orchestrator.process.Intervention.Change;
import dev.orchestrator.process.ProcessAction;
import dev.orchestrator.state.Json;
import java.util.List;

/** Runs the step again at which a process failed or waits. */
public record RetryProcess() implements OperatorAction {
    @Override
    public Intervention plan(Situation situation) {
        return Intervention.on(
                situation.record().process(),
                ProcessAction.RETRY,
                situation.operator(),
                Change.rows(List.of(), Json.object()));
    }
}
