/**
 * Changing workflows while their processes live: what becomes of each live process under other code, and how its state comes along.
 *
 * <p>Start at {@link dev.orchestrator.evolution.InFlightCheck} for what would become of them. The rules are those by which the
 * engine runs, in {@link dev.orchestrator.process.StepCursor}; here they are asked of all live processes at once, grouped by
 * {@link dev.orchestrator.evolution.ProcessShape}. Start at {@link dev.orchestrator.evolution.StateMigration}, which is what an
 * author writes, for moving them to another version: {@link dev.orchestrator.evolution.MigrationRunner} takes the processes in
 * flight through it. May depend on workflow and process and what they depend on.
 */
package dev.orchestrator.evolution;
