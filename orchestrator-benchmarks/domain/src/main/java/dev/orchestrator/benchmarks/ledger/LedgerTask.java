package dev.orchestrator.benchmarks.ledger;

import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Backoff;
import dev.orchestrator.workflow.StepAction;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.StepResult;
import dev.orchestrator.workflow.SystemTask;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;

/** Five steps that each book outside, and two that leave an effect in the database too. */
@Singleton
public class LedgerTask extends SystemTask {
    public static final String NAME = "ledger_task";

    /** The steps whose effects an audit expects in the ledger, each at least once and under one key. */
    public static final Set<String> BOOKED = Set.of("order", "reserve", "configure", "bill", "report");

    /** The steps whose effects an audit expects in the database, each exactly once. */
    public static final Set<String> STORED = Set.of("reserve", "bill");

    /** What every step takes beside its effects; set by the environment. */
    static final String STEP_MILLIS = "LEDGER_STEP_MILLIS";

    private static final Backoff SOON = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(2), Integer.MAX_VALUE);

    private final OutsideLedger ledger = new OutsideLedger();

    @Override
    public StepList steps() {
        return begin().resultStep("order", "Order", booked("order"))
                .resultStep("reserve", "Reserve", booked("reserve"))
                .retryResultStep("configure", "Configure", SOON, booked("configure"))
                .resultStep("bill", "Bill", booked("bill"))
                .resultStep("report", "Report", booked("report"))
                .done();
    }

    private StepAction booked(String step) {
        return context -> {
            Thread.sleep(stepLength());
            ledger.book(context, step);
            if (STORED.contains(step)) {
                DatabaseEffects.leave(context, step);
            }
            return StepResult.success(State.of(step, context.idempotencyKey()));
        };
    }

    private static Duration stepLength() {
        String millis = System.getenv(STEP_MILLIS);
        return millis == null ? Duration.ZERO : Duration.ofMillis(Long.parseLong(millis));
    }
}
