/**
 * A real PostgreSQL server for development, tests and benchmarks, brought along as a jar.
 *
 * <p>Start at {@link dev.orchestrator.embedded.EmbeddedPostgres}. The server belongs to a folder and not to a program: several
 * programs share it, and it outlives the one that started it. Production uses a PostgreSQL of its own, so nothing
 * that is deployed may depend on this package. Depends on nothing else of ours.
 */
package dev.orchestrator.embedded;
