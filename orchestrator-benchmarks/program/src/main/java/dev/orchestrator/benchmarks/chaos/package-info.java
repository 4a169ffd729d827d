/**
 * Failures let loose on workers and database while processes run, and an audit of what came of it. Start reading at
 * {@link dev.orchestrator.benchmarks.chaos.Chaos}; the processes' effects are those of
 * {@link dev.orchestrator.benchmarks.ledger.LedgerTask}.
 */
package dev.orchestrator.benchmarks.chaos;
