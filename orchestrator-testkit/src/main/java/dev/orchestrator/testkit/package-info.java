/**
 * What tests of every module share: a real database, a clock that obeys, child processes that end, and the laws of the architecture.
 *
 * <p>Start at {@link dev.orchestrator.testkit.TestDatabase}; tests that roll out whole programs start one package below. For test scope and
 * benchmarks only. Depends on the embedded PostgreSQL and on nothing else of ours, so that the core's own tests may use it.
 */
package dev.orchestrator.testkit;
