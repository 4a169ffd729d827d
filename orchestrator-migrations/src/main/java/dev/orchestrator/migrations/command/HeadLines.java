package dev.orchestrator.migrations.command;

import dev.orchestrator.head.Head;
import dev.orchestrator.migrations.HeadStatus;
import dev.orchestrator.migrations.HeadVersion;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How heads and their versions are shown to people; the schema is needed to name what data versions depend on. */
record HeadLines(HeadStatus schema) {
    private static final String BASE = "<base>";

    /** The newest version, then which versions the database has and which it is to get. */
    Stream<String> head(HeadStatus head) {
        return Stream.concat(
                Stream.of(
                        head.versions().isEmpty()
                                ? BASE + label(head)
                                : lastOf(head).name() + label(head) + mark(head)),
                head.versions().stream().map(version -> "  " + state(version) + version.name()));
    }

    /** Each version behind the one that it follows, the newest first. */
    Stream<String> history(HeadStatus head) {
        List<HeadVersion> versions = head.versions();
        return IntStream.range(0, versions.size())
                .map(place -> versions.size() - 1 - place)
                .mapToObj(place -> (place == 0 ? BASE : versions.get(place - 1).name())
                        + dependency(versions.get(place))
                        + " -> " + versions.get(place).name()
                        + label(head)
                        + (place == versions.size() - 1 ? mark(head) : "")
                        + ", " + versions.get(place).description()
                        + versions.get(place)
                                .appliedAt()
                                .map(applied -> ", applied " + applied)
                                .orElse(", to run"));
    }

    private String dependency(HeadVersion version) {
        return version.dependsOn()
                .map(needed -> " ("
                        + schema.versions().stream()
                                .filter(known -> known.version().equals(needed))
                                .map(HeadVersion::name)
                                .findFirst()
                                .orElse("V" + needed + ", unknown")
                        + ")")
                .orElse("");
    }

    private static String state(HeadVersion version) {
        if (!version.isApplied()) {
            return "to run: ";
        }
        return version.known() ? "applied: " : "applied, unknown to this code: ";
    }

    private static HeadVersion lastOf(HeadStatus head) {
        return head.versions().getLast();
    }

    private static String label(HeadStatus head) {
        return "  (" + head.head() + ")";
    }

    /** What the data depends on is in effect a head by that. */
    private static String mark(HeadStatus head) {
        return head.head() == Head.SCHEMA ? " (effective head)" : " (head)";
    }
}
