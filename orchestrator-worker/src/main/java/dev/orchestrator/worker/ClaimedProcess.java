package dev.orchestrator.worker;

import dev.orchestrator.process.Claim;
import dev.orchestrator.workflow.StepList;
import java.util.function.BooleanSupplier;

/**
 * A process while this worker has a claim on it.
 *
 * @param permission false once the claim is known to be lost or the worker stops
 */
record ClaimedProcess(Claim claim, StepList list, BooleanSupplier permission) {
    /** Whether another step may begin. */
    boolean mayGoOn() {
        return permission.getAsBoolean();
    }
}
