package dev.orchestrator.api.rest.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.api.event.Events;
import dev.orchestrator.api.event.Invalidation;
import dev.orchestrator.api.rest.error.BodyFields;
import dev.orchestrator.api.rest.error.JsonBody;
import dev.orchestrator.schedule.EditSchedules;
import dev.orchestrator.schedule.MissedRuns;
import dev.orchestrator.schedule.NewSchedule;
import dev.orchestrator.schedule.ScheduleRepository;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** When workflows start by themselves. */
@Path("/api/schedules")
@Tag(name = "Schedules")
@RunOnVirtualThread
public class ScheduleResource {
    private static final int MAX_NAME = 255;
    private static final String ACTOR = "SYSTEM";
    private static final String MISSED = "'skip', 'once' or 'all'";

    private final ScheduleRepository schedules;
    private final EditSchedules edit;
    private final Events events;
    private final Clock clock;

    ScheduleResource(ScheduleRepository schedules, EditSchedules edit, Events events, Clock clock) {
        this.schedules = schedules;
        this.edit = edit;
        this.events = events;
        this.clock = clock;
    }

    /** What became of a request. */
    @Schema(name = "ScheduleOutcomeSchema")
    record Outcome(String message, String status, UUID scheduleId) {}

    /** What is asked for at a schedule's creation. */
    @Schema(name = "APSchedulerJobCreate")
    record Creation(
            String scheduledType,
            @Schema(maxLength = MAX_NAME, nullable = true) String name,
            @Schema(required = true) String workflowName,
            @Schema(required = true) UUID workflowId,

            @Schema(
                    required = true,
                    enumeration = {"interval", "cron", "date"})
            String trigger,

            @Schema(implementation = Object.class) ObjectNode triggerKwargs,
            List<ObjectNode> userInputs,
            @Schema(enumeration = {"skip", "once", "all"}) String missed) {}

    /** What can be changed of a schedule. */
    @Schema(name = "APSchedulerJobUpdate")
    record Change(
            String scheduledType,
            @Schema(maxLength = MAX_NAME, nullable = true) String name,
            @Schema(required = true) UUID scheduleId,

            @Schema(
                    nullable = true,
                    enumeration = {"interval", "cron", "date"})
            String trigger,

            @Schema(implementation = Object.class, nullable = true)
            ObjectNode triggerKwargs,

            @Schema(
                    nullable = true,
                    enumeration = {"skip", "once", "all"})
            String missed) {}

    /** Which schedules of a workflow are to be deleted; without one named, all. */
    @Schema(name = "APSchedulerJobDelete")
    record Deletion(
            String scheduledType,
            @Schema(required = true) UUID workflowId,
            @Schema(nullable = true) UUID scheduleId) {}

    @GET
    @Operation(operationId = "list_schedules", summary = "List the schedules, by their next run")
    public List<ScheduleView> list() {
        return schedules.all().stream().map(ScheduleView::of).toList();
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(201)
    @Operation(
            operationId = "create_scheduled_task_api_schedules__post",
            summary = "Start a workflow by itself: at an interval, by a cron expression, or once")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Creation.class)))
    public Outcome create(byte[] body) {
        BodyFields fields = JsonBody.object(body);
        requireType(fields, "create");
        String name = fields.optionalText("name", MAX_NAME);
        String workflowName = fields.text("workflow_name");
        UUID workflowId = fields.id("workflow_id");
        Trigger.Kind kind = fields.word("trigger", Trigger.Kind.EXPECTED, Trigger.Kind::ofWireName);
        ObjectNode arguments = fields.optionalObject("trigger_kwargs");
        List<ObjectNode> pages = fields.optionalObjects("user_inputs");
        MissedRuns missed = fields.optionalWord("missed", MISSED, MissedRuns::ofWireName);
        fields.check();
        Trigger trigger = trigger(kind, arguments);
        UUID created = edit.create(
                new NewSchedule(
                        workflowId,
                        workflowName,
                        name,
                        trigger.cadence(),
                        Objects.requireNonNullElse(missed, MissedRuns.ONCE),
                        pages),
                trigger.notBefore(),
                ACTOR);
        return changed("The schedule was created", "CREATED", created);
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "update_scheduled_task_api_schedules__put",
            summary = "Change when a schedule starts its workflow, or how it is called")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Change.class)))
    public Outcome change(byte[] body) {
        BodyFields fields = JsonBody.object(body);
        requireType(fields, "update");
        UUID scheduleId = fields.id("schedule_id");
        String name = fields.optionalText("name", MAX_NAME);
        Trigger.Kind kind = fields.optionalWord("trigger", Trigger.Kind.EXPECTED, Trigger.Kind::ofWireName);
        ObjectNode arguments = fields.optionalObject("trigger_kwargs");
        MissedRuns missed = fields.optionalWord("missed", MISSED, MissedRuns::ofWireName);
        fields.check();
        Trigger trigger = kind == null ? new Trigger(null, null) : trigger(kind, arguments);
        edit.change(scheduleId, name, trigger.cadence(), trigger.notBefore(), missed);
        return changed("The schedule was changed", "UPDATED", scheduleId);
    }

    @DELETE
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "delete_scheduled_task_api_schedules__delete",
            summary = "Delete a schedule, or all of a workflow")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Deletion.class)))
    public Outcome delete(byte[] body) {
        BodyFields fields = JsonBody.object(body);
        requireType(fields, "delete");
        UUID workflowId = fields.id("workflow_id");
        UUID scheduleId = fields.optionalId("schedule_id");
        fields.check();
        edit.delete(workflowId, Optional.ofNullable(scheduleId));
        return changed("The schedule was deleted", "DELETED", scheduleId);
    }

    private Trigger trigger(Trigger.Kind kind, ObjectNode arguments) {
        Instant now = clock.instant();
        return Trigger.of(kind, arguments, now);
    }

    /** The body says again what the method does; one that says something else was meant for another. */
    private static void requireType(BodyFields fields, String expected) {
        fields.optionalWord(
                "scheduled_type",
                "'" + expected + "'",
                given -> Optional.of(given).filter(expected::equals));
    }

    private Outcome changed(String message, String status, UUID scheduleId) {
        events.publish(Invalidation.SCHEDULES);
        return new Outcome(message, status, scheduleId);
    }
}
