package dev.orchestrator.benchmarks.measure;

/** Opens clients of one side of a contest. */
@FunctionalInterface
public interface SessionSource {
    Session open() throws Exception;
}
