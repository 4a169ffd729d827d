package dev.orchestrator.api.process;

import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.listing.Page;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.Operator;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.operator.ActOnProcess;
import dev.orchestrator.process.operator.OperatorAction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Does one thing to all processes that a list request selects, at most as many as a list has on a page; each on its own, so that
 * one to which it does not apply holds up no other.
 */
@Singleton
public class ActOnProcesses {
    /** What came of one process, or would come. */
    public enum Outcome {
        DONE,
        /** In a rehearsal: it would be done. */
        POSSIBLE,
        REFUSED;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One process of the selection.
     *
     * @param status where it stood before
     * @param reason why it was refused; else null
     */
    @RegisterForReflection
    public record Result(UUID processId, String workflowName, ProcessStatus status, Outcome outcome, String reason) {}

    /**
     * What came of all.
     *
     * @param total how many processes the request selects; those beyond the results are left for another call
     */
    public record Report(int total, List<Result> results) {
        public int count(Outcome outcome) {
            return (int) results.stream()
                    .filter(result -> result.outcome() == outcome)
                    .count();
        }
    }

    private final ActOnProcess one;
    private final Processes processes;

    ActOnProcesses(ActOnProcess one, Processes processes) {
        this.one = one;
        this.processes = processes;
    }

    public Report act(ListRequest request, OperatorAction action, Operator operator) {
        return each(request, Outcome.DONE, processId -> one.act(processId, action, operator));
    }

    /** What {@link #act} would do now; changes nothing. */
    public Report rehearse(ListRequest request, OperatorAction action, Operator operator) {
        return each(request, Outcome.POSSIBLE, processId -> one.rehearse(processId, action, operator));
    }

    /** What is done to each process of the selection. */
    private interface Deed {
        void to(UUID processId);
    }

    private Report each(ListRequest request, Outcome outcome, Deed deed) {
        if (request.filters().isEmpty() && request.search().isEmpty()) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_FILTER,
                    "Say which processes are meant by a filter or a query; for all: isTask,true|false");
        }
        Page<ProcessType> page = processes.processes(request).await().indefinitely();
        if (!page.problems().isEmpty()) {
            throw new OrchestratorException(ErrorCode.INVALID_FILTER, String.join("; ", page.problems()));
        }
        return new Report(
                page.total(),
                page.items().stream()
                        .map(process -> result(process, outcome, deed))
                        .toList());
    }

    private static Result result(ProcessType process, Outcome outcome, Deed deed) {
        try {
            deed.to(process.processId());
            return new Result(process.processId(), process.workflowName(), process.lastStatus(), outcome, null);
        } catch (OrchestratorException refusal) {
            return new Result(
                    process.processId(),
                    process.workflowName(),
                    process.lastStatus(),
                    Outcome.REFUSED,
                    refusal.getMessage());
        }
    }
}
