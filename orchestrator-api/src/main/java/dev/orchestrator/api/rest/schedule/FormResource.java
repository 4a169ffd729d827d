package dev.orchestrator.api.rest.schedule;

import dev.orchestrator.api.rest.error.FormResponse;
import dev.orchestrator.api.rest.error.JsonBody;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Forms that belong to no process; there is one, for schedules. */
@Path("/api/forms")
@Tag(name = "Forms")
@RunOnVirtualThread
public class FormResource {
    private static final String CONFIGURE_SCHEDULE = "configure_schedule";

    private final ConfigureSchedule configureSchedule;

    FormResource(ConfigureSchedule configureSchedule) {
        this.configureSchedule = configureSchedule;
    }

    @POST
    @Path("/{form_key}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "new_form_api_forms__form_key__post",
            summary = "Answer a form page by page: configure_schedule gives the body that creates a schedule")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class)))
    @APIResponse(
            responseCode = "200",
            description = "What the answers come to",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "510",
            description = "The next page",
            content = @Content(schema = @Schema(implementation = FormResponse.NotComplete.class)))
    @APIResponse(
            responseCode = "400",
            description = "A page is not valid",
            content = @Content(schema = @Schema(implementation = FormResponse.NotValid.class)))
    public Response answer(@PathParam("form_key") String form, byte[] body) {
        if (!form.equals(CONFIGURE_SCHEDULE)) {
            throw new OrchestratorException(
                    ErrorCode.UNKNOWN_FORM, "There is no form '" + form + "', only '" + CONFIGURE_SCHEDULE + "'");
        }
        return switch (configureSchedule.answer(JsonBody.pages(body))) {
            case ConfigureSchedule.Reply.Configured configured ->
                Response.ok(configured.schedule(), MediaType.APPLICATION_JSON_TYPE)
                        .build();
            case ConfigureSchedule.Reply.Asks asks -> FormResponse.of(asks.form());
        };
    }
}
