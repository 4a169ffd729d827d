package dev.orchestrator.api.rest.process;

import dev.orchestrator.process.Operator;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Which process an action is for, who acts, and why. */
public class ActionParameters {
    static final int MAX_STEP = 255;

    @PathParam("process_id")
    UUID processId;

    @QueryParam("reporter")
    String reporter;

    @QueryParam("reason")
    String reason;

    Operator operator(Reporter who) {
        return who.of(reporter, reason);
    }
}
