package dev.orchestrator.schedule.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.schedule.Cadence;
import dev.orchestrator.schedule.MissedRuns;
import dev.orchestrator.schedule.Schedule;
import dev.orchestrator.schedule.Schedule.LastRun;
import dev.orchestrator.state.Json;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Schedules as rows, and their cadences as JSON. */
final class ScheduleRows {
    private static final String CRON = "cron";
    private static final String ZONE = "zone";
    private static final String EVERY = "every";
    private static final String START = "start";
    private static final String AT = "at";

    private ScheduleRows() {}

    static Schedule schedule(Row row) {
        return new Schedule(
                row.getUUID("schedule_id"),
                row.getUUID("workflow_id"),
                row.getString("workflow_name"),
                row.getString("name"),
                cadence(Json.parse(row.getString("cadence"))),
                MissedRuns.ofWireName(row.getString("missed")).orElseThrow(),
                pages(Json.parse(row.getString("user_inputs"))),
                instant(row, "next_run_at"),
                Optional.ofNullable(instant(row, "last_run_at"))
                        .map(at -> new LastRun(at, row.getUUID("last_pid"), row.getString("last_problem"))));
    }

    static String json(Cadence cadence) {
        ObjectNode json = Json.object();
        switch (cadence) {
            case Cadence.Cron cron ->
                json.put(CRON, cron.expression()).put(ZONE, cron.zone().getId());
            case Cadence.Interval interval ->
                json.put(EVERY, interval.every().toString())
                        .put(START, interval.start().toString());
            case Cadence.Once once -> json.put(AT, once.at().toString());
        }
        return Json.write(json);
    }

    private static Cadence cadence(JsonNode json) {
        if (json.has(CRON)) {
            return new Cadence.Cron(
                    json.get(CRON).asText(), ZoneId.of(json.get(ZONE).asText()));
        }
        if (json.has(EVERY)) {
            return new Cadence.Interval(
                    Duration.parse(json.get(EVERY).asText()),
                    Instant.parse(json.get(START).asText()));
        }
        return new Cadence.Once(Instant.parse(json.get(AT).asText()));
    }

    private static List<ObjectNode> pages(JsonNode json) {
        List<ObjectNode> pages = new ArrayList<>();
        json.forEach(page -> pages.add((ObjectNode) page));
        return pages;
    }

    static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
