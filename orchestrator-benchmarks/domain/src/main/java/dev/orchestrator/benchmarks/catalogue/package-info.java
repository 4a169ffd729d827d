/** The products that the benchmarks read: a small one that there are many of, and a large tree. Start at {@code BenchmarkProducts}. */
package dev.orchestrator.benchmarks.catalogue;
