package dev.orchestrator.process;

import dev.orchestrator.state.State;
import java.util.UUID;

/**
 * A process that a for-each step started, as its parent sees it.
 *
 * @param state its whole state
 */
public record Child(UUID processId, ProcessStatus status, State state) {}
