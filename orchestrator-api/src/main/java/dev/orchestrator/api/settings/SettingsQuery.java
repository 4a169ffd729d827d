package dev.orchestrator.api.settings;

import dev.orchestrator.api.rest.settings.Workers;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.ProcessRepository;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The root field {@code settings}, and the mutation that pauses the engine and starts it again. */
@GraphQLApi
public class SettingsQuery {
    private static final StatusType STATUS = new StatusType(Map.of("all", "All caches (there are none)"));

    private final ProcessRepository processes;
    private final Workers workers;

    SettingsQuery(ProcessRepository processes, Workers workers) {
        this.processes = processes;
        this.workers = workers;
    }

    @Query("settings")
    @Description("Returns information about cache, workers, and global engine settings")
    public @NonNull StatusType settings() {
        return STATUS;
    }

    public EngineSettingsType engineSettings(@Source StatusType status) {
        return EngineSettingsType.of(processes.engineStatus());
    }

    public WorkerStatusType workerStatus(@Source StatusType status) {
        return WorkerStatusType.of(workers.status());
    }

    @Mutation("updateStatus")
    @Description("Update global status of the engine")
    public @NonNull StatusUpdateResponse updateStatus(@NonNull Boolean globalLock) {
        try {
            return EngineSettingsType.of(processes.setLock(globalLock));
        } catch (OrchestratorException refusal) {
            return new StatusUpdateError(refusal.getMessage());
        }
    }
}
