package dev.orchestrator.benchmarks.ledger;

import dev.orchestrator.state.State;
import dev.orchestrator.workflow.StepAction;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.StepResult;
import dev.orchestrator.workflow.SystemTask;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Tasks whose one step harms the worker that runs it. Each has to end as failed, and no other process may suffer from it. */
public final class Poisons {
    /** The names of all of them. */
    public static final List<String> NAMES =
            List.of("throwing_poison", "hanging_poison", "exiting_poison", "huge_poison", "unwritable_poison");

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int TWENTY_MEGABYTES = 20 * 1024 * 1024;

    private Poisons() {}

    /** The tasks themselves. */
    public static List<SystemTask> all() {
        return List.of(
                new ThrowingPoison(),
                new HangingPoison(),
                new ExitingPoison(),
                new HugePoison(),
                new UnwritablePoison());
    }

    private abstract static class Poison extends SystemTask {
        abstract StepAction harm();

        @Override
        public final StepList steps() {
            return begin().resultStep("harm", "Harm", harm()).done();
        }
    }

    /** Throws an error that no step should. */
    @Singleton
    public static final class ThrowingPoison extends Poison {
        @Override
        StepAction harm() {
            return context -> {
                throw new StackOverflowError("thrown on purpose");
            };
        }
    }

    /** Never ends, whoever asks it to; its time limit has to do. */
    @Singleton
    public static final class HangingPoison extends SystemTask {
        @Override
        public StepList steps() {
            return begin().resultStep("hang", "Hang", context -> hang())
                    .within(LIMIT)
                    .done();
        }

        private static StepResult hang() {
            while (true) {
                LockSupport.parkNanos(LIMIT.toNanos());
            }
        }
    }

    /** Ends the worker's JVM, and the next one's, until it is set aside. */
    @Singleton
    public static final class ExitingPoison extends Poison {
        @Override
        StepAction harm() {
            return context -> {
                Runtime.getRuntime().halt(1);
                return StepResult.success(State.empty());
            };
        }
    }

    /** Adds more to the state than the database should be given. */
    @Singleton
    public static final class HugePoison extends Poison {
        @Override
        StepAction harm() {
            return context -> StepResult.success(State.of("huge", "x".repeat(TWENTY_MEGABYTES)));
        }
    }

    /** Adds what no JSON document can hold. */
    @Singleton
    public static final class UnwritablePoison extends Poison {
        @Override
        StepAction harm() {
            return context -> StepResult.success(State.of("unwritable", new Object()));
        }
    }
}
