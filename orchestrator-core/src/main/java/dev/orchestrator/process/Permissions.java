package dev.orchestrator.process;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.workflow.Permission;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.Workflow;
import dev.orchestrator.workflow.WorkflowRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** What workflows and their questions say about who may do what. */
@Singleton
public class Permissions {
    private final WorkflowRegistry workflows;

    public Permissions(WorkflowRegistry workflows) {
        this.workflows = workflows;
    }

    public boolean mayStart(String workflow, Operator operator) {
        return operator.may(of(workflow));
    }

    public boolean mayAct(Process process, Operator operator) {
        return operator.may(of(process.workflowName()));
    }

    /** Whether the operator may answer the question at which a process is suspended; told by the question's name. */
    public boolean mayAnswer(Process process, Operator operator) {
        List<Step.Input> questions = workflows.steps(process.workflow()).stream()
                .flatMap(list -> all(list.steps()))
                .filter(Step.Input.class::isInstance)
                .map(Step.Input.class::cast)
                .filter(question -> question.name().equals(process.lastStep()))
                .toList();
        return questions.isEmpty()
                ? mayAct(process, operator)
                : questions.stream().anyMatch(question -> operator.may(of(process, question)));
    }

    void requireStart(String workflow, Operator operator) {
        require(of(workflow), operator, "start workflow '" + workflow + "'");
    }

    /** Refuses an action that the workflow does not permit this operator. */
    public void requireAct(Process process, Operator operator) {
        String workflow = process.workflowName();
        require(of(workflow), operator, "act on processes of workflow '" + workflow + "'");
    }

    void requireAnswer(Process process, Step.Input question, Operator operator) {
        require(
                of(process, question),
                operator,
                "answer '" + question.name() + "' of workflow '" + process.workflowName() + "'");
    }

    private static Stream<Step> all(List<Step> steps) {
        return StepList.bothPaths(steps).stream()
                .flatMap(step -> Stream.concat(Stream.of(StepList.unconditional(step)), all(step.parts())));
    }

    private Permission of(Process process, Step.Input question) {
        return question.permission().orElseGet(() -> of(process.workflowName()));
    }

    /** Of a workflow that this program does not have nobody knows who may. */
    private Permission of(String workflow) {
        return workflows.find(workflow).map(Workflow::permission).orElse((user, groups) -> false);
    }

    private static void require(Permission permission, Operator operator, String what) {
        if (!operator.may(permission)) {
            throw new OrchestratorException(
                    ErrorCode.NOT_PERMITTED,
                    "'%s' may not %s. Nothing was changed; ask someone whom the workflow permits it"
                            .formatted(operator.name(), what));
        }
    }
}
