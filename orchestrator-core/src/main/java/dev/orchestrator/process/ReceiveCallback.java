package dev.orchestrator.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Callback;
import dev.orchestrator.workflow.Report;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.WorkflowRegistry;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes the report of another system for a step that waits for it; the first one counts.
 *
 * <p>A report may come before the step waits, for the other system may be quicker than our record of having asked it: it is
 * kept until then. What the report says is judged by the step's validation, in the process.
 */
@Singleton
public class ReceiveCallback {
    private final WorkflowRegistry workflows;
    private final ProcessRepository processes;
    private final QueueHints hints;
    private final Clock clock;

    public ReceiveCallback(WorkflowRegistry workflows, ProcessRepository processes, QueueHints hints, Clock clock) {
        this.workflows = workflows;
        this.processes = processes;
        this.hints = hints;
        this.clock = clock;
    }

    /** Keeps the report and lets the process go on. */
    public void receive(UUID processId, String token, JsonNode report) {
        ProcessRecord record = processes.get(processId);
        ProcessStep endpoint = endpoint(record, token);
        Optional<ProcessStep> waiting = record.newest(Callback.awaitKey(endpoint.key()));
        requireUnanswered(record, waiting);
        JsonNode fitting = fitting(record, endpoint, report);
        Arrival arrival = new Arrival(endpoint, row(endpoint, waiting, fitting), waiting);
        if (!processes.receive(processId, arrival)) {
            ProcessRecord now = processes.get(processId);
            requireUnanswered(now, now.newest(Callback.awaitKey(endpoint.key())));
            throw new OrchestratorException(
                    ErrorCode.ACTION_NOT_ALLOWED, "Process " + processId + " has moved on meanwhile; report again");
        }
        hints.announce();
    }

    /** Keeps what the other system says while it works, text or an object. */
    public void progress(UUID processId, String token, JsonNode progress) {
        ProcessRecord record = processes.get(processId);
        Optional<ProcessStep> waiting =
                record.newest(Callback.awaitKey(endpoint(record, token).key()));
        requireUnanswered(record, waiting);
        if (!progress.isTextual() && !progress.isObject()) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_REPORT, "Progress is a text or an object, not " + progress.getNodeType());
        }
        State kept = State.of(Json.object().set(Callback.PROGRESS, progress));
        UUID row = waiting.orElseThrow(() -> new OrchestratorException(
                        ErrorCode.CALLBACK_NOT_AWAITED,
                        "Process " + processId
                                + " does not wait for the callback yet; report progress again in a moment"))
                .stepId();
        if (!processes.progress(processId, row, kept)) {
            throw answered(processId);
        }
    }

    /**
     * The report with its values in their type, unless the step refuses it. A program that lacks the version of the workflow takes what
     * comes, for the other system may not ask twice; the step then judges by itself.
     */
    private JsonNode fitting(ProcessRecord record, ProcessStep endpoint, JsonNode report) {
        List<Optional<Report>> expected = workflows
                .steps(record.process().workflow())
                .map(steps -> steps.withKey(Callback.awaitKey(endpoint.key())))
                .orElseGet(List::of)
                .stream()
                .map(step -> step instanceof Step.Await await ? await.report() : Optional.<Report>empty())
                .distinct()
                .toList();
        if (expected.size() != 1 || expected.getFirst().isEmpty()) {
            return report;
        }
        Report.Laid laid = expected.getFirst().get().lay(report);
        if (!laid.errors().isEmpty()) {
            throw new InvalidReport(
                    "The report is not what process " + record.process().processId()
                            + " expects; nothing was changed, report again: ",
                    laid.errors());
        }
        return laid.report();
    }

    private ProcessStep row(ProcessStep endpoint, Optional<ProcessStep> waiting, JsonNode report) {
        Instant now = clock.instant();
        State kept = State.of(endpoint.changes().text(Callback.RESULT_KEY), report);
        return new ProcessStep(
                RowIds.next(),
                Callback.awaitKey(endpoint.key()),
                waiting.map(ProcessStep::name).orElse("Report"),
                waiting.isPresent() ? StepStatus.SUCCESS : StepStatus.AWAITING_CALLBACK,
                waiting.isPresent() ? kept : kept.with(Callback.EARLY, true),
                "SYSTEM",
                waiting.map(ProcessStep::completedAt).orElse(now),
                now,
                1);
    }

    /**
     * The row that made the route with this token. Nothing else is told before the token is known to be right. A state migration
     * puts the row of a route that still holds behind its own.
     */
    private static ProcessStep endpoint(ProcessRecord record, String token) {
        ProcessStep found = null;
        for (ProcessStep row : record.steps()) {
            if (row.isWhole()) {
                found = null;
            } else if (row.changes().has(Callback.TOKEN)
                    && isEqual(row.changes().text(Callback.TOKEN), token)) {
                found = row;
            }
        }
        if (found == null) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_CALLBACK_TOKEN,
                    "Invalid token for process " + record.process().processId());
        }
        return found;
    }

    /** In constant time: how long a refusal takes must not tell how much of a guess was right. */
    private static boolean isEqual(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static void requireUnanswered(ProcessRecord record, Optional<ProcessStep> waiting) {
        UUID processId = record.process().processId();
        if (record.process().status().isFinal()) {
            throw new OrchestratorException(
                    ErrorCode.CALLBACK_LATE,
                    "Process " + processId + " has ended as "
                            + record.process().status().wireName() + "; the callback comes too late");
        }
        waiting.ifPresent(row -> {
            if (row.status().isDone() || row.changes().has(Callback.EARLY)) {
                throw answered(processId);
            }
            if (row.status() == StepStatus.FAILED) {
                throw new OrchestratorException(
                        ErrorCode.CALLBACK_LATE,
                        "Process " + processId + " has given up waiting for the callback; it comes too late");
            }
        });
    }

    private static OrchestratorException answered(UUID processId) {
        return new OrchestratorException(
                ErrorCode.CALLBACK_REPEATED,
                "Process " + processId + " has had this callback already; the first one counts");
    }
}
