package dev.orchestrator.api.rest.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.api.rest.json.UnixTime;
import dev.orchestrator.process.ProcessTimeline;
import dev.orchestrator.process.StepStatus;
import dev.orchestrator.state.State;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A step of a process; of one to come only name and status are known, the rest is null.
 *
 * @param executed the same as {@code completed}, for clients from before the two times were told apart
 */
@Schema(name = "ProcessStepSchema")
@RegisterForReflection
record StepView(
        UUID stepId,
        String name,
        StepStatus status,
        String createdBy,
        UnixTime executed,
        UnixTime started,
        UnixTime completed,
        String commitHash,
        @Schema(type = SchemaType.OBJECT, nullable = true) ObjectNode state,
        @Schema(type = SchemaType.OBJECT, nullable = true) ObjectNode stateDelta) {

    static StepView of(ProcessTimeline.Line line) {
        return new StepView(
                line.stepId(),
                line.name(),
                line.status(),
                line.createdBy(),
                UnixTime.of(line.completed()),
                UnixTime.of(line.started()),
                UnixTime.of(line.completed()),
                null,
                json(line.state()),
                json(line.delta()));
    }

    private static ObjectNode json(State state) {
        return state == null ? null : state.toJson();
    }
}
