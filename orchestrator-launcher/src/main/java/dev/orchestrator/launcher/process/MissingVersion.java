package dev.orchestrator.launcher.process;

import com.fasterxml.jackson.databind.JsonNode;

/** What is said of a process whose version no running worker has. */
final class MissingVersion {
    private MissingVersion() {}

    /** Empty where a worker has it. */
    static String of(JsonNode process) {
        return process.path("waits_for_version").asBoolean()
                ? "no running worker has version " + Table.text(process, "workflow_version")
                : "";
    }
}
