package dev.orchestrator.evolution;

import dev.orchestrator.process.ProcessStatus;
import java.util.List;
import java.util.Set;

/** The processes that have not ended, by their shapes. */
public interface ProcessShapes {
    /** The shapes of the processes with one of the statuses. */
    List<ProcessShape> shapes(Set<ProcessStatus> statuses);

    /** Puts the processes of a shape that nobody holds back into the queue, for the engine to look where they stand now. Returns how many. */
    int putBack(ProcessShape shape);
}
