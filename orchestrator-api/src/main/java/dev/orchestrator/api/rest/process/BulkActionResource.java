package dev.orchestrator.api.rest.process;

import dev.orchestrator.api.event.Events;
import dev.orchestrator.api.event.Invalidation;
import dev.orchestrator.api.listing.ListParameters;
import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.process.ActOnProcesses;
import dev.orchestrator.api.process.ActOnProcesses.Outcome;
import dev.orchestrator.api.process.ActOnProcesses.Report;
import dev.orchestrator.api.process.ActOnProcesses.Result;
import dev.orchestrator.api.rest.error.JsonBody;
import dev.orchestrator.api.rest.json.ListReply;
import dev.orchestrator.process.Operator;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ResumeProcess;
import dev.orchestrator.process.operator.OperatorAction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The actions of operators on many processes at a time, selected as a list selects them. */
@Path("/api/processes/actions")
@Tag(name = "Processes")
@RunOnVirtualThread
public class BulkActionResource {
    private final ActOnProcesses actions;
    private final ResumeProcess resume;
    private final Events events;
    private final Reporter who;

    BulkActionResource(ActOnProcesses actions, ResumeProcess resume, Events events, Reporter who) {
        this.actions = actions;
        this.resume = resume;
        this.events = events;
        this.who = who;
    }

    /** What came of one process, or would come. */
    @Schema(name = "ProcessActionResultSchema")
    @RegisterForReflection
    record ResultView(UUID processId, String workflowName, ProcessStatus lastStatus, String outcome, String reason) {
        static ResultView of(Result result) {
            return new ResultView(
                    result.processId(),
                    result.workflowName(),
                    result.status(),
                    result.outcome().wireName(),
                    result.reason());
        }
    }

    /** What came of all that are selected; those beyond the results are left for another call. */
    @Schema(name = "ProcessActionsReportSchema")
    @RegisterForReflection
    record ReportView(int total, int done, int possible, int refused, List<ResultView> results) {
        static ReportView of(Report report) {
            return new ReportView(
                    report.total(),
                    report.count(Outcome.DONE),
                    report.count(Outcome.POSSIBLE),
                    report.count(Outcome.REFUSED),
                    report.results().stream().map(ResultView::of).toList());
        }
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "act_on_processes",
            summary =
                    "Do one thing to all processes that filter and query select, at most 1,000 a call; dry_run only tells")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ActionBody.Fields.class)))
    public ReportView act(
            @QueryParam("filter") String filter,
            @QueryParam("query") String query,
            @QueryParam("dry_run") @DefaultValue("false") boolean dryRun,
            @QueryParam("reporter") String reporter,
            @QueryParam("reason") String reason,
            byte[] body) {
        OperatorAction action = ActionBody.read(JsonBody.object(body), resume);
        ListRequest request =
                new ListParameters(null, "startedAt,asc", filter, query).toRequest(ListReply.DEFAULT_LENGTH);
        Operator operator = who.of(reporter, reason);
        if (dryRun) {
            return ReportView.of(actions.rehearse(request, action, operator));
        }
        Report report = actions.act(request, action, operator);
        events.publish(Invalidation.ALL_PROCESSES, Invalidation.STATUS_COUNTS);
        return ReportView.of(report);
    }
}
