/** The programs that are measured, and their database: started for one run, and gone with all their traces after it. */
package dev.orchestrator.benchmarks.machine;
