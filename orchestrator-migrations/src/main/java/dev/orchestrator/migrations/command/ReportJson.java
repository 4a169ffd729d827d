package dev.orchestrator.migrations.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.evolution.Finding;
import dev.orchestrator.evolution.InFlightReport;
import dev.orchestrator.evolution.PatchAdvice;
import dev.orchestrator.state.Json;
import dev.orchestrator.workflow.WorkflowVersion;
import java.util.Locale;

/** The check of live processes as a document, for programs. */
final class ReportJson {
    private ReportJson() {}

    static String of(InFlightReport report) {
        ObjectNode document = Json.object().put("ok", report.isOk()).put("processes", report.processes());
        ArrayNode findings = document.putArray("findings");
        report.findings().forEach(finding -> findings.add(finding(finding)));
        ArrayNode patches = document.putArray("patches");
        report.patches().forEach(patch -> patches.add(patch(patch)));
        ArrayNode versions = document.putArray("versions_without_processes");
        report.versionsWithoutProcesses().forEach(version -> versions.add(version(version)));
        return Json.write(document);
    }

    private static ObjectNode finding(Finding finding) {
        return version(finding.workflow())
                .put("step", finding.step())
                .put("fate", finding.fate().name().toLowerCase(Locale.ROOT))
                .put("stranded", finding.fate().isStranded())
                .put("reason", finding.reason())
                .put("processes", finding.processes())
                .put("example", finding.example().toString());
    }

    private static ObjectNode patch(PatchAdvice patch) {
        return version(patch.workflow())
                .put("patch", patch.patch())
                .put("deprecated", patch.isDeprecated())
                .put("processes", patch.processes())
                .put("ready", patch.isReady());
    }

    private static ObjectNode version(WorkflowVersion version) {
        return Json.object().put("workflow", version.name()).put("version", version.number());
    }
}
