/**
 * The workflows that failures are let loose on. Their steps leave effects in two places that can be counted afterwards: in the
 * database, within the step's own transaction, and in a ledger outside of it.
 */
package dev.orchestrator.benchmarks.ledger;
