/** The workflows that the benchmarks of the engine run: steps that do nothing, so that what is measured is the engine. */
package dev.orchestrator.benchmarks.work;
