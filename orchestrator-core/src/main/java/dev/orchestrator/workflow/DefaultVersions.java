package dev.orchestrator.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which version new processes take where an operator wants another one than the newest. */
public record DefaultVersions(Map<String, Integer> byName) {
    /** The setting that lists them as {@code name:version}. */
    public static final String SETTING = "orchestrator.workflows.default-versions";

    public DefaultVersions {
        byName = Map.copyOf(byName);
    }

    public static DefaultVersions none() {
        return new DefaultVersions(Map.of());
    }

    /** Reads entries such as {@code supplier_change:2024}. */
    public static DefaultVersions parse(List<String> entries) {
        return new DefaultVersions(entries.stream()
                .map(DefaultVersions::parts)
                .collect(Collectors.toMap(parts -> parts[0], parts -> Integer.valueOf(parts[1]))));
    }

    private static String[] parts(String entry) {
        String trimmed = entry.strip();
        if (!trimmed.matches("[^:\\s]+:\\d{1,9}")) {
            throw new IllegalArgumentException(
                    SETTING + " lists workflow:version, such as supplier_change:2024; got '" + trimmed + "'");
        }
        return trimmed.split(":", 2);
    }

    Optional<Integer> of(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
