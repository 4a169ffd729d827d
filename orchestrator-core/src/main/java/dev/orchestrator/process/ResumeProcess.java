package dev.orchestrator.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.form.Form;
import dev.orchestrator.form.FormReply;
import dev.orchestrator.process.Intervention.Change;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.WorkflowRegistry;
import dev.orchestrator.workflow.WorkflowVersion;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Goes on with a process: with a person's answer where it is suspended, by trying again where it failed or waits. */
@Singleton
public class ResumeProcess {
    private final WorkflowRegistry workflows;
    private final Permissions permissions;
    private final ProcessRepository processes;
    private final QueueHints hints;
    private final Clock clock;

    public ResumeProcess(WorkflowRegistry workflows, ProcessRepository processes, QueueHints hints, Clock clock) {
        this.workflows = workflows;
        this.permissions = new Permissions(workflows);
        this.processes = processes;
        this.hints = hints;
        this.clock = clock;
    }

    /**
     * Resumes or retries one process.
     *
     * @return what the form refused or still asks; empty when the process goes on
     */
    public Optional<FormReply> resume(UUID processId, List<? extends JsonNode> pages, Operator operator) {
        processes.engineStatus().requireUnlocked("resume a process");
        ProcessRecord record = processes.get(processId);
        if (record.process().status() != ProcessStatus.SUSPENDED) {
            goOn(retry(record, pages, operator));
            return Optional.empty();
        }
        FormReply reply = reply(record, pages, operator);
        if (!(reply instanceof FormReply.Complete complete)) {
            return Optional.of(reply);
        }
        goOn(answer(record, complete, pages, operator));
        return Optional.empty();
    }

    /** What a retry writes; refuses where there is nothing to retry. */
    public Intervention retry(ProcessRecord record, List<? extends JsonNode> pages, Operator operator) {
        Process process = record.process();
        permissions.requireAct(process, operator);
        // Who resumes a process that can't be thinks of its form or of its failure, as the case may be.
        ProcessAction action = process.status().isRetriable() ? ProcessAction.RETRY : ProcessAction.RESUME;
        return Intervention.on(process, action, operator, Change.answer(List.of(), Json.toTree(pages)));
    }

    /** What the form at which a process is suspended says to the pages; refuses an operator who may not answer it. */
    public FormReply reply(ProcessRecord record, List<? extends JsonNode> pages, Operator operator) {
        NextStep.Run asking = nextInput(record);
        permissions.requireAnswer(record.process(), input(asking), operator);
        return formAt(asking, record).resume(pages);
    }

    /** What the answer to a form writes, of an operator to whom the form has replied. */
    public Intervention answer(
            ProcessRecord record, FormReply.Complete complete, List<? extends JsonNode> pages, Operator operator) {
        NextStep.Run next = nextInput(record);
        Instant now = clock.instant();
        ProcessStep answered = new ProcessStep(
                RowIds.next(),
                next.key(),
                next.step().name(),
                StepStatus.SUCCESS,
                State.of(complete.input()),
                operator.name(),
                record.newest(next.key()).map(ProcessStep::completedAt).orElse(now),
                now,
                1);
        return Intervention.on(
                record.process(), ProcessAction.RESUME, operator, Change.answer(List.of(answered), Json.toTree(pages)));
    }

    /** Tries all tasks again that failed or wait. Returns how many. */
    public int resumeAllTasks(Operator operator) {
        processes.engineStatus().requireUnlocked("resume processes");
        workflows.all().stream()
                .filter(workflow -> workflow.target().isTask())
                .forEach(task -> permissions.requireStart(task.name(), operator));
        int resumed = processes
                .resumeAll(ProcessStatus.retriable(), true, operator.name())
                .size();
        hints.announce();
        return resumed;
    }

    /** The form that a suspended process waits for; empty for every other one. */
    public Optional<Form> formOf(ProcessRecord record) {
        return record.process().status() == ProcessStatus.SUSPENDED
                ? Optional.of(formAt(nextInput(record), record))
                : Optional.empty();
    }

    /** A question in a branch sees what the branch sees. */
    private Form formAt(NextStep.Run next, ProcessRecord record) {
        State state = Branches.of(stepsOf(record)).stateAt(next.key(), record);
        return input(next).form().apply(state);
    }

    private StepList stepsOf(ProcessRecord record) {
        WorkflowVersion version = record.process().workflow();
        return workflows.steps(version).orElseThrow(() -> versionMissing(version));
    }

    /** Of several branches that ask, the first in the list is answered first. */
    private NextStep.Run nextInput(ProcessRecord record) {
        List<NextStep> frontier = StepCursor.frontier(stepsOf(record), record);
        return frontier.stream()
                .filter(next -> next instanceof NextStep.Run run && isAsked(run, record))
                .map(NextStep.Run.class::cast)
                .findFirst()
                .orElseThrow(() -> notAsking(frontier.getFirst()));
    }

    private static boolean isAsked(NextStep.Run run, ProcessRecord record) {
        return StepList.unconditional(run.step()) instanceof Step.Input
                && record.newest(run.key())
                        .filter(row -> row.status() == StepStatus.SUSPEND)
                        .isPresent();
    }

    private static OrchestratorException notAsking(NextStep next) {
        return switch (next) {
            case NextStep.Misfit misfit -> inconsistent(misfit.reason());
            case NextStep.Run run -> inconsistent(notAnInput(run.key()));
            case NextStep.Skip skip -> inconsistent(notAnInput(skip.key()));
            case NextStep.Mark mark -> inconsistent(notAnInput(mark.key()));
            case NextStep.Finished ignored -> inconsistent(notAnInput("done"));
        };
    }

    private static Step.Input input(NextStep.Run run) {
        return (Step.Input) StepList.unconditional(run.step());
    }

    private OrchestratorException versionMissing(WorkflowVersion version) {
        return new OrchestratorException(
                ErrorCode.WORKFLOW_VERSION_MISSING,
                "The process runs on " + version + ", whose form only that version knows: "
                        + workflows.whyMissing(version)
                        + ". Nothing was changed. Answer at an API that has it, or migrate the process to a version that"
                        + " this one has");
    }

    private static String notAnInput(String key) {
        return "The process waits at a question that the workflow no longer asks here: it was changed, and goes on with '"
                + key
                + "'. Nothing was taken of the answer. The process goes on by itself when a worker with this code starts;"
                + " if it then asks again, answer that";
    }

    private static OrchestratorException inconsistent(String message) {
        return new OrchestratorException(ErrorCode.ACTION_NOT_ALLOWED, message);
    }

    private void goOn(Intervention intervention) {
        processes.intervene(intervention);
        hints.announce();
    }
}
