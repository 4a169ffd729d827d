package dev.orchestrator.api.process;

import dev.orchestrator.api.process.ActOnProcesses.Outcome;
import dev.orchestrator.api.process.ActOnProcesses.Report;
import dev.orchestrator.api.process.ActOnProcesses.Result;
import dev.orchestrator.process.ProcessStatus;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** What came, or would come, of an action on many processes. */
@Type("ProcessActionsReport")
@Description("What came of an action on many processes")
public record ProcessActionsReport(
        @Description("How many are selected; those beyond the results are left for another call")
        int total,

        int done,
        int possible,
        int refused,
        @NonNull List<@NonNull ProcessActionResult> results)
        implements ProcessActionsReply {

    /** Of one process. */
    @Type("ProcessActionResult")
    @Description("What came of an action on a process")
    public record ProcessActionResult(
            @NonNull UUID processId,
            @NonNull String workflowName,
            @NonNull @Description("Where it stood before") ProcessStatus lastStatus,

            @NonNull @Description("done, possible or refused")
            String outcome,

            @Nullable @Description("Why it was refused") String reason) {
        static ProcessActionResult of(Result result) {
            return new ProcessActionResult(
                    result.processId(),
                    result.workflowName(),
                    result.status(),
                    result.outcome().wireName(),
                    result.reason());
        }
    }

    static ProcessActionsReport of(Report report) {
        return new ProcessActionsReport(
                report.total(),
                report.count(Outcome.DONE),
                report.count(Outcome.POSSIBLE),
                report.count(Outcome.REFUSED),
                report.results().stream().map(ProcessActionResult::of).toList());
    }
}
