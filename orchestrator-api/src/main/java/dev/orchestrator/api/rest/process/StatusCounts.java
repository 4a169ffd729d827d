package dev.orchestrator.api.rest.process;

import dev.orchestrator.process.ProcessRepository;
import dev.orchestrator.process.ProcessStatus;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many processes and tasks stand at each status; statuses without any are left out. */
@Schema(name = "ProcessStatusCounts")
record StatusCounts(Map<String, Integer> processCounts, Map<String, Integer> taskCounts) {
    static StatusCounts of(ProcessRepository processes) {
        return new StatusCounts(byWireName(processes.counts(false)), byWireName(processes.counts(true)));
    }

    private static Map<String, Integer> byWireName(Map<ProcessStatus, Integer> counts) {
        Map<String, Integer> byName = new TreeMap<>();
        counts.forEach((status, count) -> byName.put(status.wireName(), count));
        return byName;
    }
}
