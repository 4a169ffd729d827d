/**
 * How fast subscriptions are read, against hand-written SQL for the same answer. Start at {@code ReadBenchmark}; what is read is in
 * {@code DataSet}, the SQL it competes with in {@code HandWrittenSql}.
 */
package dev.orchestrator.benchmarks.reads;
