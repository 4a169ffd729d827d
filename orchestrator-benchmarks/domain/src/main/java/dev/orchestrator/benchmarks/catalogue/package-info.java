/**
 * The products that the benchmarks read, a small one that there are many of and a large tree: start at {@code BenchmarkProducts}.
 * And all workflows that they run, in one list.
 */
package dev.orchestrator.benchmarks.catalogue;
