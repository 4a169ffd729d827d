package dev.orchestrator.worker;

import dev.orchestrator.process.Claim;
import dev.orchestrator.process.NextStep;
import dev.orchestrator.process.ProcessQueue;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.StepCursor;
import dev.orchestrator.process.Verdict;
import dev.orchestrator.state.StateMisfit;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.WorkflowRegistry;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Drives one claimed process, step by step, until it ends, waits, or the claim is lost. */
final class ProcessRunner {
    private static final Logger LOG = Logger.getLogger(ProcessRunner.class);

    private final WorkflowRegistry workflows;
    private final RunnerParts parts;
    private final ProcessQueue queue;
    private final HeldClaims held;
    private final int lostLeaseLimit;

    ProcessRunner(
            WorkflowRegistry workflows, RunnerParts parts, ProcessQueue queue, HeldClaims held, int lostLeaseLimit) {
        this.workflows = workflows;
        this.parts = parts;
        this.queue = queue;
        this.held = held;
        this.lostLeaseLimit = lostLeaseLimit;
    }

    void run(Claim claim, ProcessRecord claimed, BooleanSupplier stopping) {
        if (claim.lostLeases() >= lostLeaseLimit) {
            parts.outcomes().write(claimed, parts.recording().setAside(claim, claimed));
            return;
        }
        StepList list = workflows.steps(claimed.process().workflow()).orElseThrow();
        ClaimedProcess process = new ClaimedProcess(claim, list, () -> held.holds(claim) && !stopping.getAsBoolean());
        Progress progress = Progress.on(claimed);
        while (progress.continues() && held.holds(claim)) {
            if (progress.verdict() == Verdict.PAUSE || !process.mayGoOn()) {
                queue.handBack(claim);
                return;
            }
            progress = advance(process, progress.record());
            if (progress.verdict() == Verdict.LOST) {
                LOG.infof("processId=%s lost its claim; whoever holds it now goes on", claim.processId());
                return;
            }
            held.hasRecorded(claim);
        }
    }

    /** Stops a process whose record can't be read, so that it can be mended and nobody claims it over and over. */
    void setAside(Claim claim, String reason) {
        parts.writer().write(parts.recording().unreadable(claim, reason));
    }

    /** Takes the process one step further, or several where branches run at the same time. */
    private Progress advance(ClaimedProcess process, ProcessRecord record) {
        List<NextStep> frontier;
        try {
            frontier = StepCursor.frontier(process.list(), record);
        } catch (StateMisfit misfit) {
            return lost(process, record, StepFailure.ofState("A condition of the workflow", misfit));
        } catch (RuntimeException e) {
            return lost(process, record, StepFailure.of(e));
        }
        return ParallelRun.isNeeded(frontier, process.list())
                ? new ParallelRun(process, parts, record).run()
                : advance(process, record, frontier.getFirst());
    }

    private Progress advance(ClaimedProcess process, ProcessRecord record, NextStep next) {
        Claim claim = process.claim();
        return switch (next) {
            case NextStep.Finished ignored ->
                parts.outcomes().write(record, parts.recording().finished(claim));
            case NextStep.Misfit misfit ->
                parts.outcomes().write(record, parts.recording().misfit(claim, record, misfit.reason()));
            case NextStep.Mark mark ->
                parts.outcomes().write(record, parts.recording().marked(claim, mark));
            case NextStep.Skip skip ->
                parts.outcomes()
                        .write(
                                record,
                                parts.recording()
                                        .skipped(new Turn(claim, record, process.list(), skip.key(), skip.step())));
            case NextStep.Run run ->
                runStep(new Turn(claim, record, process.list(), run.key(), StepList.unconditional(run.step())));
        };
    }

    private Progress lost(ClaimedProcess process, ProcessRecord record, StepFailure reason) {
        return parts.outcomes().write(record, parts.recording().lost(process.claim(), record, reason));
    }

    private Progress runStep(Turn turn) {
        RunningStep context = parts.steps().contextOf(turn);
        return parts.outcomes().ended(turn, parts.steps().run(turn, context), context);
    }
}
