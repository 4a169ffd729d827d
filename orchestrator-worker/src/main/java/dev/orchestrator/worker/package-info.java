/**
 * Runs processes: claims them from the queue, runs their steps, records each.
 *
 * <p>Read in this order: {@link dev.orchestrator.worker.ClaimLoop} takes work, {@link dev.orchestrator.worker.ProcessRunner}
 * drives one process, {@link dev.orchestrator.worker.StepRunner} runs one step, {@link dev.orchestrator.worker.ParallelRun} several in
 * branches, {@link
 * dev.orchestrator.worker.CheckpointWriter} records what came of it, {@link dev.orchestrator.worker.LeaseRenewer} keeps the
 * right to do so. {@link dev.orchestrator.worker.Worker} starts and stops them. When a worker dies its leases run out, and
 * another one's next claim takes its processes.
 */
package dev.orchestrator.worker;
