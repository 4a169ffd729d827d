/** Reads models by the orchestrator's own repository. */
package dev.orchestrator.benchmarks.reads.postgres;
