package dev.orchestrator.worker;

import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.process.StepStatus;
import dev.orchestrator.workflow.Backoff;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepAction;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepResult;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Runs one step and tells how it ended; writes nothing itself. */
final class StepRunner {
    private static final double JITTER = 0.2;

    private final Repositories repositories;
    private final Clock clock;

    StepRunner(Repositories repositories, Clock clock) {
        this.repositories = repositories;
        this.clock = clock;
    }

    RunningStep contextOf(Turn turn) {
        return new RunningStep(
                turn.record(), turn.key(), attempt(turn.record(), turn.key()), repositories, clock.instant());
    }

    StepResult run(Turn turn, RunningStep context) {
        return switch (turn.step()) {
            case Step.Action action -> attempt(action.action(), context);
            case Step.Retry retry -> waiting(attempt(retry.action(), context), retry.backoff(), context.attempt());
            case Step.Input ignored -> new StepResult.Suspended();
            case Step.Await await -> awaiting(turn, await);
            case Step.Conditional conditional -> throw new IllegalArgumentException(conditional.id());
            case Step.Patch patch -> throw new IllegalArgumentException(patch.id());
            case Step.Group group -> throw new IllegalArgumentException(group.id());
        };
    }

    /** Reached anew it waits; claimed again while the last row says that it waits, its time is up. */
    private static StepResult awaiting(Turn turn, Step.Await await) {
        boolean isTimeUp = turn.record()
                .lastStep()
                .filter(last -> last.key().equals(turn.key()) && last.status() == StepStatus.AWAITING_CALLBACK)
                .isPresent();
        return isTimeUp
                ? new StepResult.Failed(StepFailure.failed("No callback came within "
                        + await.timeout().map(Duration::toSeconds).orElse(0L) + " seconds"))
                : new StepResult.AwaitingCallback(await.timeout());
    }

    /** Anything thrown, errors included, is the step's failure and never the worker's. */
    private static StepResult attempt(StepAction action, RunningStep context) {
        try {
            StepResult result = action.run(context);
            return result == null
                    ? new StepResult.Failed(
                            StepFailure.failed("The step returned null; return State.empty() to add nothing"))
                    : result;
        } catch (Throwable thrown) {
            if (thrown instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return new StepResult.Failed(StepFailure.of(thrown));
        }
    }

    private static StepResult waiting(StepResult result, Backoff backoff, int attempt) {
        return result instanceof StepResult.Failed failed && attempt < backoff.attempts()
                ? new StepResult.Waiting(failed.failure(), withJitter(backoff.after(attempt)))
                : result;
    }

    /** So that a thousand processes that failed together do not come back together. */
    private static Duration withJitter(Duration pause) {
        double factor = 1 + JITTER * (ThreadLocalRandom.current().nextDouble() * 2 - 1);
        return Duration.ofMillis(Math.max(1, (long) (pause.toMillis() * factor)));
    }

    private static int attempt(ProcessRecord record, String key) {
        return 1
                + record.steps().stream()
                        .filter(step -> step.key().equals(key) && step.status().isFailure())
                        .mapToInt(ProcessStep::attempt)
                        .sum();
    }
}
