package dev.orchestrator.launcher.program;

import java.util.List;

/**
 * Keeps a terminal's Ctrl-C from the programs, which have to end in order and not all at once. Where there is no {@code setsid}
 * they get it and simply end earlier.
 */
final class OwnSession {
    static final List<String> PREFIX = OnPath.find("setsid", System.getenv())
            .map(setsid -> List.of(setsid.toString()))
            .orElse(List.of());

    private OwnSession() {}
}
