package dev.orchestrator.generator;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file as it is to be.
 *
 * @param before what it holds now; empty when there is none
 * @param replaces whether something of the user's would be lost, as opposed to lines that are added to it
 */
record PlannedFile(Path path, Optional<String> before, String after, boolean replaces, boolean executable) {

    boolean isChange() {
        return !before.equals(Optional.of(after));
    }
}
