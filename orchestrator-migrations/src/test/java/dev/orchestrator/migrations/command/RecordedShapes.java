package dev.orchestrator.migrations.command;

import dev.orchestrator.evolution.ProcessShape;
import dev.orchestrator.evolution.ProcessShapes;
import dev.orchestrator.process.ProcessStatus;
import java.util.List;
import java.util.Set;

/** Live processes as a test wrote them down. */
record RecordedShapes(List<ProcessShape> shapes) implements ProcessShapes {
    @Override
    public List<ProcessShape> shapes(Set<ProcessStatus> statuses) {
        return shapes.stream()
                .filter(shape -> statuses.contains(shape.status()))
                .toList();
    }

    @Override
    public int putBack(ProcessShape shape) {
        throw new UnsupportedOperationException("A check changes nothing");
    }
}
