package dev.orchestrator.worker;

import dev.orchestrator.process.Branches;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.process.StepStatus;
import dev.orchestrator.state.State;
import dev.orchestrator.state.StateMisfit;
import dev.orchestrator.workflow.Backoff;
import dev.orchestrator.workflow.Children;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepAction;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Runs one step and tells how it ended; writes nothing itself. */
final class StepRunner {
    private static final double JITTER = 0.2;
    private static final Duration LONGEST_SLEEP = Duration.ofDays(36_500);

    private final Repositories repositories;
    private final Clock clock;

    StepRunner(Repositories repositories, Clock clock) {
        this.repositories = repositories;
        this.clock = clock;
    }

    RunningStep contextOf(Turn turn) {
        return new RunningStep(turn, attempt(turn.record(), turn.key()), repositories, clock.instant());
    }

    StepResult run(Turn turn, RunningStep context) {
        return switch (turn.step()) {
            case Step.Action action -> StepCode.run(reading(turn, action.action()), action.timeLimit(), context);
            case Step.Retry retry ->
                orWaiting(
                        StepCode.run(reading(turn, retry.action()), retry.timeLimit(), context), retry.backoff(), turn);
            case Step.Timer timer -> sleeping(turn, timer, context);
            case Step.Input ignored -> new StepResult.Suspended();
            case Step.Await await -> new StepResult.AwaitingCallback(await.timeout());
            case Step.ForEach each -> children(turn, each, context);
            case Step.Parallel ignored -> joined(turn);
            case Step.Conditional conditional -> throw new IllegalArgumentException(conditional.id());
            case Step.Patch patch -> throw new IllegalArgumentException(patch.id());
            case Step.Group group -> throw new IllegalArgumentException(group.id());
        };
    }

    /** A state that does not fit the code is no failure of the step's work: it goes on once other code or another state is there. */
    private static StepAction reading(Turn turn, StepAction action) {
        return context -> {
            try {
                return action.run(context);
            } catch (StateMisfit misfit) {
                throw StepFailure.ofState("Step '" + turn.key() + "'", misfit);
            }
        };
    }

    /** The end that was fixed when the timer was reached holds, however often it is looked at before. */
    private StepResult sleeping(Turn turn, Step.Timer timer, RunningStep context) {
        return turn.record()
                .newest(turn.key())
                .flatMap(Recording::sleepsUntil)
                .map(this::sleeping)
                .orElseGet(() -> StepCode.run(running -> beginSleep(timer, running.now(), context), context));
    }

    private StepResult beginSleep(Step.Timer timer, Instant now, RunningStep context) {
        Instant until = timer.wakening().until(context.state(), now);
        if (until == null || until.isAfter(now.plus(LONGEST_SLEEP))) {
            throw StepFailure.failed(
                    "The timer has to end within " + LONGEST_SLEEP.toDays() + " days; it gave " + until);
        }
        return sleeping(until);
    }

    private StepResult sleeping(Instant until) {
        return clock.instant().isBefore(until) ? new StepResult.Sleeping(until) : StepResult.success(State.empty());
    }

    /** What to start is asked once; from then on the children that were started count. */
    private static StepResult children(Turn turn, Step.ForEach each, RunningStep context) {
        return turn.record().newest(Children.startedKey(turn.key())).isPresent()
                ? new StepResult.AwaitingChildren(List.of())
                : StepCode.run(
                        running -> new StepResult.AwaitingChildren(
                                each.children().inputs().apply(running.state())),
                        context);
    }

    private static StepResult joined(Turn turn) {
        return Branches.of(turn.list())
                .conflict(turn.key(), turn.record())
                .<StepResult>map(reason -> new StepResult.Failed(StepFailure.inconsistentData(reason)))
                .orElseGet(() -> StepResult.success(State.empty()));
    }

    private StepResult orWaiting(StepResult result, Backoff backoff, Turn turn) {
        if (!(result instanceof StepResult.Failed failed)
                || failed.failure().misfit().isPresent()) {
            return result;
        }
        List<ProcessStep> before = triesSinceTheLastFailure(turn.record(), turn.key());
        Instant now = clock.instant();
        Instant begun = before.isEmpty() ? now : before.getFirst().startedAt();
        int attempt = 1 + before.stream().mapToInt(ProcessStep::attempt).sum();
        Duration pause = withJitter(backoff.after(attempt));
        return backoff.allowsAnother(attempt, Duration.between(begun, now).plus(pause))
                ? new StepResult.Waiting(failed.failure(), pause)
                : result;
    }

    /** A person who retries a step that had given up gives it its attempts and its time anew. */
    private static List<ProcessStep> triesSinceTheLastFailure(ProcessRecord record, String key) {
        List<ProcessStep> tries = new ArrayList<>();
        for (ProcessStep row : record.steps()) {
            if (row.key().equals(key) && row.status() == StepStatus.WAITING) {
                tries.add(row);
            } else if (row.key().equals(key)) {
                tries.clear();
            }
        }
        return tries;
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
