package dev.orchestrator.worker;

import dev.orchestrator.workflow.StepAction;
import dev.orchestrator.workflow.StepContext;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepResult;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the code that an author wrote, whatever it does: anything thrown, errors included, is the step's failure and never the worker's. */
final class StepCode {
    private StepCode() {}

    static StepResult run(StepAction action, Optional<Duration> timeLimit, StepContext context) {
        return timeLimit.map(limit -> runWithin(limit, action, context)).orElseGet(() -> run(action, context));
    }

    static StepResult run(StepAction action, StepContext context) {
        try {
            StepResult result = action.run(context);
            return result == null ? failed("The step returned null; return State.empty() to add nothing") : result;
        } catch (Throwable thrown) {
            return new StepResult.Failed(StepFailure.of(thrown));
        } finally {
            // An interruption was meant for the step; it must not hit what records it.
            Thread.interrupted();
        }
    }

    /**
     * On a thread of its own, which is left behind when the time is up: code that ignores its interruption holds up nobody, and
     * what it returns later is not looked at.
     */
    private static StepResult runWithin(Duration limit, StepAction action, StepContext context) {
        CompletableFuture<StepResult> outcome = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual()
                .name("step-of-" + context.processId())
                .start(() -> outcome.complete(run(action, context)));
        try {
            return outcome.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return failed("The step took longer than its time limit of " + limit.toMillis()
                    + " ms and was interrupted; it may still have had its effect outside");
        } catch (InterruptedException | ExecutionException e) {
            thread.interrupt();
            return new StepResult.Failed(StepFailure.of(e));
        }
    }

    private static StepResult failed(String reason) {
        return new StepResult.Failed(StepFailure.failed(reason));
    }
}
