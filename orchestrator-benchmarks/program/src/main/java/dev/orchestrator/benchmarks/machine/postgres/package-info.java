/** The database of a run as the services connect to it; for the adapters of the single benchmarks. */
package dev.orchestrator.benchmarks.machine.postgres;
