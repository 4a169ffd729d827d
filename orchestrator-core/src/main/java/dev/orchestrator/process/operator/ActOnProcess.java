package dev.orchestrator.process.operator;

import dev.orchestrator.process.Operator;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessRepository;
import dev.orchestrator.process.QueueHints;
import dev.orchestrator.process.operator.OperatorAction.Situation;
import dev.orchestrator.workflow.WorkflowRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Does what an operator wants to one process, or rehearses it. */
@Singleton
public class ActOnProcess {
    private final WorkflowRegistry workflows;
    private final ProcessRepository processes;
    private final QueueHints hints;
    private final Clock clock;

    public ActOnProcess(WorkflowRegistry workflows, ProcessRepository processes, QueueHints hints, Clock clock) {
        this.workflows = workflows;
        this.processes = processes;
        this.hints = hints;
        this.clock = clock;
    }

    public void act(UUID processId, OperatorAction action, Operator operator) {
        processes.intervene(action.plan(situation(processId, operator)));
        hints.announce();
    }

    /** Refuses what {@link #act} would refuse now, and changes nothing. */
    public void rehearse(UUID processId, OperatorAction action, Operator operator) {
        action.plan(situation(processId, operator));
    }

    private Situation situation(UUID processId, Operator operator) {
        ProcessRecord record = processes.get(processId);
        return new Situation(record, workflows.steps(record.process().workflow()), operator, clock.instant());
    }
}
