/**
 * Changing workflows while their processes live: what becomes of each live process under other code.
 *
 * <p>Start at {@link dev.orchestrator.evolution.InFlightCheck}. The rules themselves are those by which the engine runs, in
 * {@link dev.orchestrator.process.StepCursor}; here they are asked of all live processes at once, grouped by
 * {@link dev.orchestrator.evolution.ProcessShape}. May depend on workflow and process and what they depend on.
 */
package dev.orchestrator.evolution;
