package dev.orchestrator.migrations;

import dev.orchestrator.error.Violation;
import dev.orchestrator.head.Head;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where a database stands on one head, compared with the code.
 *
 * @param versions all that the code or the database has, oldest first
 * @param violations why an upgrade is refused; empty if it may run
 */
public record HeadStatus(Head head, List<HeadVersion> versions, List<Violation> violations) {

    /** The version that the database is at; empty before the first. */
    public Optional<HeadVersion> database() {
        return newest(HeadVersion::isApplied);
    }

    /** The newest version that the code brings; empty if it brings none. */
    public Optional<HeadVersion> code() {
        return newest(HeadVersion::known);
    }

    /** The versions still to run, in order. */
    public List<HeadVersion> pending() {
        return versions.stream().filter(version -> !version.isApplied()).toList();
    }

    public boolean isUpToDate() {
        return pending().isEmpty() && violations.isEmpty();
    }

    /** Said of a head at which nothing is to be done. */
    String upToDate() {
        return head + ": up to date"
                + database().map(version -> " at version " + version.version()).orElse(", no scripts");
    }

    boolean knows(String version) {
        return versions.stream()
                .anyMatch(known -> known.known() && known.version().equals(version));
    }

    HeadStatus with(List<Violation> more) {
        return new HeadStatus(
                head,
                versions,
                Stream.concat(violations.stream(), more.stream()).toList());
    }

    private Optional<HeadVersion> newest(Predicate<HeadVersion> wanted) {
        return versions.stream().filter(wanted).reduce((older, newer) -> newer);
    }
}
