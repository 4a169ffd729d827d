package dev.orchestrator.housekeeping;

import dev.orchestrator.state.State;
import dev.orchestrator.workflow.StepContext;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.StepResult;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Checks that no process waits for a callback beyond its timeout.
 *
 * <p>Workers end each wait at its very time, so there is nothing to end here; what is found shows that no worker has the
 * workflow any more.
 */
@Singleton
public class TaskValidateAwaitingCallbacks extends HousekeepingTask {
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Housekeeping housekeeping;

    public TaskValidateAwaitingCallbacks(Housekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @Override
    public StepList steps() {
        return begin().resultStep("check-callbacks", "Check awaiting callbacks", this::check)
                .done();
    }

    private StepResult check(StepContext context) {
        int overdue = housekeeping.overdueCallbacks(context.now().minus(GRACE));
        if (overdue > 0) {
            throw StepFailure.inconsistentData(
                    overdue + " processes wait for a callback beyond their timeout: no worker runs"
                            + " their workflow. Start a worker that has it, then retry");
        }
        return StepResult.success(State.of("overdue_callbacks", overdue));
    }
}
