/** Starts processes by the orchestrator's own use cases. */
package dev.orchestrator.benchmarks.engine.postgres;
