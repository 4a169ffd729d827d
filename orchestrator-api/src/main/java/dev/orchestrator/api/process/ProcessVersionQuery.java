package dev.orchestrator.api.process;

import dev.orchestrator.process.ProcessQueue;
import dev.orchestrator.workflow.WorkflowVersion;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** Whether a worker has the version that a process is on. */
@GraphQLApi
public class ProcessVersionQuery {
    private final ProcessQueue queue;

    ProcessVersionQuery(ProcessQueue queue) {
        this.queue = queue;
    }

    @Description(
            "Whether no running worker has the version that the process runs on: what is sent to it is kept until one comes")
    public @NonNull Uni<Boolean> waitsForVersion(@Source ProcessType process) {
        return process.batch().forAll("running versions", this::running).map(process.process()::waitsForVersion);
    }

    private Uni<Set<WorkflowVersion>> running() {
        return Uni.createFrom().item(queue::registered).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
