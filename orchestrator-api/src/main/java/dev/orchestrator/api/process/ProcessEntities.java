package dev.orchestrator.api.process;

import dev.orchestrator.api.graphql.EntitySource;
import dev.orchestrator.api.graphql.Representation;
import dev.orchestrator.api.listing.ListRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Processes by their id. */
@Singleton
class ProcessEntities implements EntitySource {
    private static final String KEY = "processId";

    private final Instance<Processes> processes;

    ProcessEntities(Instance<Processes> processes) {
        this.processes = processes;
    }

    @Override
    public Map<String, List<String>> keys() {
        return Map.of("ProcessType", List.of(KEY));
    }

    @Override
    public Uni<List<Object>> find(String type, List<Representation> representations) {
        return Representation.byId(representations, KEY, this::byId);
    }

    private Uni<Map<UUID, ProcessType>> byId(Collection<UUID> ids) {
        String oneOf = ids.stream().map(UUID::toString).collect(Collectors.joining("|"));
        return processes
                .get()
                .processes(ListRequest.filteredBy(KEY, oneOf, ids.size()))
                .map(page ->
                        page.items().stream().collect(Collectors.toMap(ProcessType::processId, process -> process)));
    }
}
