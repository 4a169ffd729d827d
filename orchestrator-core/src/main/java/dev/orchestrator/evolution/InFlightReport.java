package dev.orchestrator.evolution;

import dev.orchestrator.workflow.WorkflowVersion;
import java.util.List;
import java.util.Set;

/**
 * What becomes of all live processes under other code.
 *
 * @param findings by workflow, version and step
 * @param patches what can be done about each patch of the code
 * @param versionsWithoutProcesses versions that no process is on and that new ones don't take
 */
public record InFlightReport(
        List<Finding> findings, List<PatchAdvice> patches, List<WorkflowVersion> versionsWithoutProcesses) {
    public InFlightReport {
        findings = List.copyOf(findings);
        patches = List.copyOf(patches);
        versionsWithoutProcesses = List.copyOf(versionsWithoutProcesses);
    }

    public int processes() {
        return findings.stream().mapToInt(Finding::processes).sum();
    }

    /** What would be stranded, leaving out the workflows that somebody has allowed to be. */
    public List<Finding> stranded(Set<String> allowedWorkflows) {
        return findings.stream()
                .filter(finding -> finding.fate().isStranded())
                .filter(finding -> !allowedWorkflows.contains(finding.workflow().name()))
                .toList();
    }

    public boolean isOk() {
        return stranded(Set.of()).isEmpty();
    }
}
