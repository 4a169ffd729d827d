/** The migration as the programs of the orchestrator run it. */
package dev.orchestrator.benchmarks.evolution.postgres;
