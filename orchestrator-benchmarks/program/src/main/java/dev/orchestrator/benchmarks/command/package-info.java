/** What a person types behind {@code ./orchestrator benchmark}. */
package dev.orchestrator.benchmarks.command;
