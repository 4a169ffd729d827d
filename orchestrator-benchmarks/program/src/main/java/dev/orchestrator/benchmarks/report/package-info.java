/** What a run has found out, as a table for people and as JSON for programs. */
package dev.orchestrator.benchmarks.report;
