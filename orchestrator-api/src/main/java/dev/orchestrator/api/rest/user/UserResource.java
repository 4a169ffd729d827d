package dev.orchestrator.api.rest.user;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.api.rest.error.JsonBody;
import dev.orchestrator.state.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Takes what web clients want on record, as one line of the log each, cut to a bounded length. */
@Path("/api/user")
@Tag(name = "User")
public class UserResource {
    private static final Logger LOG = Logger.getLogger(UserResource.class);
    private static final int MAX_NAME = 100;
    private static final int MAX_LINE = 1000;

    @POST
    @Path("/error")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "log_error_api_user_error_post", summary = "Put a client's error on record")
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public JsonNode error(byte[] body) {
        LOG.warnf("A client reports an error: %s", line(body));
        return Json.object();
    }

    @POST
    @Path("/log/{user_name}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "log_user_info_api_user_log__user_name__post",
            summary = "Put a client's message on record")
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public JsonNode log(@PathParam("user_name") String userName, byte[] body) {
        LOG.infof("The client of %s reports: %s", cut(userName, MAX_NAME), line(body));
        return Json.object();
    }

    private static String line(byte[] body) {
        return cut(Json.write(JsonBody.object(body).document()), MAX_LINE);
    }

    /** A client must not be able to forge further lines. */
    private static String cut(String text, int limit) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() > limit ? line.substring(0, limit) + "…" : line;
    }
}
