package dev.orchestrator.benchmarks.catalogue;

import dev.orchestrator.benchmarks.ledger.LedgerTask;
import dev.orchestrator.benchmarks.ledger.Poisons;
import dev.orchestrator.benchmarks.work.FiveSteps;
import dev.orchestrator.benchmarks.work.LongSleep;
import dev.orchestrator.benchmarks.work.LongStep;
import dev.orchestrator.benchmarks.work.OneStep;
import dev.orchestrator.benchmarks.work.ThreeSteps;
import dev.orchestrator.workflow.Workflow;
import java.util.List;
import java.util.stream.Stream;

/** The workflows of the benchmarks, for programs without a container that finds them. */
public final class BenchmarkWorkflows {
    private BenchmarkWorkflows() {}

    public static List<Workflow> all() {
        return Stream.<Workflow>concat(
                        Stream.of(
                                new ThreeSteps(),
                                new OneStep(),
                                new FiveSteps(),
                                new LongStep(),
                                new LongSleep(),
                                new LedgerTask()),
                        Poisons.all().stream())
                .toList();
    }
}
