/** How soon the services are ready, and how much memory they take when they have nothing to do. Start at {@code StartupBenchmark}. */
package dev.orchestrator.benchmarks.startup;
