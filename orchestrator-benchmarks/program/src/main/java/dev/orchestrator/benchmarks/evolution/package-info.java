/** How long it takes to move many living processes to another version of their workflow, and how much memory. */
package dev.orchestrator.benchmarks.evolution;
