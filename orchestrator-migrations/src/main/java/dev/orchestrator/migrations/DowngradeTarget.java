package dev.orchestrator.migrations;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How far to go back: to a version, to {@code base} (before the first), or by a number of steps such as {@code -1}. */
public record DowngradeTarget(String text) {
    private static final Pattern STEPS = Pattern.compile("-[1-9]\\d{0,5}");

    /** What of the applied versions has to go, the newest first. */
    List<HeadVersion> above(List<HeadVersion> applied) {
        return applied.subList(kept(applied), applied.size()).reversed();
    }

    private int kept(List<HeadVersion> applied) {
        if (STEPS.matcher(text).matches()) {
            int steps = Integer.parseInt(text.substring(1));
            if (steps > applied.size()) {
                throw refused("has " + applied.size() + " versions, so it can't go back " + steps, applied);
            }
            return applied.size() - steps;
        }
        if (text.equals("base")) {
            return 0;
        }
        int place = applied.stream().map(HeadVersion::version).toList().indexOf(text.replaceFirst("^V", ""));
        if (place < 0) {
            throw refused("is not at or above version " + text, applied);
        }
        return place + 1;
    }

    private static OrchestratorException refused(String reason, List<HeadVersion> applied) {
        return new OrchestratorException(
                ErrorCode.INVALID_INPUT,
                "The data " + reason + "; applied are: "
                        + applied.stream().map(HeadVersion::version).collect(Collectors.joining(", "))
                        + ". Name one of these, base, or -1");
    }
}
