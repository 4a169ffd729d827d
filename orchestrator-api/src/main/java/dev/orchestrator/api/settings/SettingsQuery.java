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

/** The root field {@code settings}, and the mutations that pause and start the engine and clear caches. */
@GraphQLApi
public class SettingsQuery {
    private static final Map<String, String> CACHES = Map.of("all", "All caches (there are none)");
    private static final StatusType STATUS = new StatusType(CACHES);

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
            return new SettingsError(refusal.getMessage());
        }
    }

    @Mutation("clearCache")
    @Description("Clear a cache by name. Nothing is cached, so nothing is deleted.")
    public @NonNull CacheClearResponse clearCache(@NonNull String name) {
        return CACHES.containsKey(name)
                ? new CacheClearSuccess(0)
                : new SettingsError("There is no cache '" + name + "'; there is " + CACHES.keySet());
    }
}
