package dev.orchestrator.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Callback;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.UUID;

/** Takes the report of another system for a process that waits for it; the first one counts. */
@Singleton
public class ReceiveCallback {
    private static final String RESULT_KEY = "__callback_result_key";

    private final ProcessRepository processes;
    private final QueueHints hints;
    private final Clock clock;

    public ReceiveCallback(ProcessRepository processes, QueueHints hints, Clock clock) {
        this.processes = processes;
        this.hints = hints;
        this.clock = clock;
    }

    /** Keeps the report and lets the process go on. */
    public void receive(UUID processId, String token, JsonNode report) {
        ProcessRecord record = processes.get(processId);
        ProcessStep waiting = waitingStep(record, token);
        ProcessStep reported = new ProcessStep(
                UUID.randomUUID(),
                waiting.key(),
                waiting.name(),
                StepStatus.SUCCESS,
                State.of(record.state().text(RESULT_KEY), report),
                "SYSTEM",
                waiting.completedAt(),
                clock.instant(),
                1);
        if (!processes.receive(processId, reported)) {
            throw notWaiting(processes.get(processId).process());
        }
        hints.announce();
    }

    /** Keeps what the other system says while it works, text or an object. */
    public void progress(UUID processId, String token, JsonNode progress) {
        ProcessStep waiting = waitingStep(processes.get(processId), token);
        State kept = State.of(Json.object().set(Callback.PROGRESS, progress));
        if (!processes.progress(processId, waiting.stepId(), kept)) {
            throw notWaiting(processes.get(processId).process());
        }
    }

    private static ProcessStep waitingStep(ProcessRecord record, String token) {
        UUID processId = record.process().processId();
        if (record.process().status() != ProcessStatus.AWAITING_CALLBACK) {
            throw notWaiting(record.process());
        }
        if (!isEqual(record.state().text(Callback.TOKEN), token)) {
            throw new OrchestratorException(ErrorCode.INVALID_CALLBACK_TOKEN, "Invalid token for process " + processId);
        }
        return record.lastStep().orElseThrow();
    }

    /** In constant time: how long a refusal takes must not tell how much of a guess was right. */
    private static boolean isEqual(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static ActionNotAllowed notWaiting(Process process) {
        return new ActionNotAllowed(
                "Process " + process.processId()
                        + " does not wait for a callback: it has been answered, has timed out or was aborted",
                process.status());
    }
}
