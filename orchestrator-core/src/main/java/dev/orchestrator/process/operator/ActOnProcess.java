package dev.orchestrator.process.operator;

import dev.orchestrator.process.Intervention;
import dev.orchestrator.process.Operator;
import dev.orchestrator.process.Permissions;
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
    private final Permissions permissions;
    private final ProcessRepository processes;
    private final QueueHints hints;
    private final Clock clock;

    public ActOnProcess(WorkflowRegistry workflows, ProcessRepository processes, QueueHints hints, Clock clock) {
        this.workflows = workflows;
        this.permissions = new Permissions(workflows);
        this.processes = processes;
        this.hints = hints;
        this.clock = clock;
    }

    public void act(UUID processId, OperatorAction action, Operator operator) {
        processes.intervene(plan(processId, action, operator));
        hints.announce();
    }

    /** Refuses what {@link #act} would refuse now, and changes nothing. */
    public void rehearse(UUID processId, OperatorAction action, Operator operator) {
        plan(processId, action, operator);
    }

    private Intervention plan(UUID processId, OperatorAction action, Operator operator) {
        ProcessRecord record = processes.get(processId);
        if (action.isOfWorkflow()) {
            permissions.requireAct(record.process(), operator);
        }
        return action.plan(
                new Situation(record, workflows.steps(record.process().workflow()), operator, clock.instant()));
    }
}
