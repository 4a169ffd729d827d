/**
 * How near the engine comes to what the database can write at all. {@code Engine} is the stage: a database, the limit and real
 * workers; each benchmark is a play on it. Start at {@code ThroughputBenchmark}.
 */
package dev.orchestrator.benchmarks.engine;
