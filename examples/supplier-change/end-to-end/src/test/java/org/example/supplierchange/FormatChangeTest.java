package org.example.supplierchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orchestrator.testkit.program.ApiClient;
import dev.orchestrator.testkit.program.Programs;
import dev.orchestrator.testkit.program.Programs.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The walk of the README with real programs: a hundred supplier changes under way, from FV2024 to FV2025. */
class FormatChangeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> BEFORE = Map.of("SUPPLIER_CHANGE_FV2025", "false");
    private static final Map<String, String> BOTH = Map.of();
    private static final Map<String, String> AFTER = Map.of("SUPPLIER_CHANGE_FV2024", "false");
    private static final String MIGRATION = "supplier_change_2024_to_2025";
    private static final int CHANGES = 100;

    private final Programs programs = new Programs(Path.of(System.getProperty("supplier-change.folder")));

    @AfterEach
    void stop() {
        programs.close();
    }

    @Test
    void changesUnderWayMoveToTheNewFormatAndTheOldOneIsRemoved() throws Exception {
        ApiClient api = rollOut(BEFORE);
        List<String> changes = start(api);

        api = rollOut(BOTH);
        assertThat(version(api, changes.get(1))).isEqualTo(2024);
        String later = api.start("supplier_change", order(500, "\"10000000500\""));
        assertThat(version(api, later)).isEqualTo(2025);

        Outcome rehearsal = processes(BOTH, "migrate", MIGRATION, "--dry-run", "--json");
        assertThat(rehearsal.exitCode()).isEqualTo(1);
        assertThat(report(rehearsal).get("migrated").asInt()).isEqualTo(CHANGES - 1);
        assertThat(version(api, changes.get(1))).isEqualTo(2024);

        Outcome migration = processes(BOTH, "migrate", MIGRATION, "--json");
        assertThat(migration.exitCode()).isEqualTo(1);
        assertThat(report(migration).get("migrated").asInt()).isEqualTo(CHANGES - 1);
        JsonNode error = report(migration).at("/errors/0");
        assertThat(error.get("process_id").asText()).isEqualTo(changes.getFirst());
        assertThat(error.get("phase").asText()).isEqualTo("migrate");
        assertThat(error.get("reason").asText()).contains("FV2025 needs the market location", meteringPoint(0));
        assertThat(version(api, changes.get(1))).isEqualTo(2025);

        // The one that can't go along: the market location was asked for.
        assertThat(api.patch(
                                "/api/processes/" + changes.getFirst() + "/state",
                                "{\"market_location\": \"10000000000\"}")
                        .status())
                .isEqualTo(204);
        assertThat(processes(BOTH, "migrate", MIGRATION).exitCode()).isZero();

        api = rollOut(AFTER);
        for (String change : changes) {
            answer(api, change);
        }
        for (String change : changes) {
            JsonNode done = api.await(change, "completed", PATIENCE);
            assertThat(done.at("/current_state/confirmed_with").asText()).isEqualTo("FV2025");
        }
        assertThat(programs.database().query("SELECT DISTINCT workflow_version FROM processes"))
                .containsExactly(List.of("2025"));
    }

    /** Ends the build that runs and starts the next one: first the migrations, then api and worker. */
    private ApiClient rollOut(Map<String, String> build) {
        programs.terminateAll();
        Outcome upgrade = programs.migrations(build, "db", "upgrade", "heads");
        assertThat(upgrade.exitCode()).as(upgrade.output()).isZero();
        ApiClient api = programs.api(build);
        programs.worker(build);
        return api;
    }

    /** Of the first one only the metering point is known. */
    private List<String> start(ApiClient api) {
        List<String> changes = new ArrayList<>();
        for (int number = 0; number < CHANGES; number++) {
            changes.add(api.start(
                    "supplier_change",
                    order(number, number == 0 ? "null" : "\"%011d\"".formatted(10_000_000_000L + number))));
        }
        changes.forEach(change -> api.await(change, "awaiting_callback", PATIENCE));
        return changes;
    }

    private static String order(int number, String marketLocation) {
        return """
                {"customer": "Customer %d", "market_location": %s, "metering_point": "%s", "grid_operator": "Netz Nord",
                 "delivery_start": "2026-01-01"}""".formatted(number, marketLocation, meteringPoint(number));
    }

    private static String meteringPoint(int number) {
        return "DE%031d".formatted(number);
    }

    private void answer(ApiClient api, String change) {
        String route = api.get("/api/processes/" + change)
                .at("/current_state/callback_route")
                .asText();
        assertThat(api.post(route, "{\"agreed\": true, \"remark\": \"\"}").status())
                .isEqualTo(200);
    }

    private Outcome processes(Map<String, String> build, String... arguments) {
        List<String> all = new ArrayList<>(List.of("processes"));
        all.addAll(List.of(arguments));
        return programs.migrations(build, all.toArray(String[]::new));
    }

    private static JsonNode report(Outcome outcome) throws Exception {
        String line = outcome.output()
                .lines()
                .filter(text -> text.startsWith("{"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(outcome.output()));
        return JSON.readTree(line);
    }

    private static int version(ApiClient api, String process) {
        return api.get("/api/processes/" + process).get("workflow_version").asInt();
    }
}
