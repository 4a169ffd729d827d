package org.example.supplierchange;

import dev.orchestrator.workflow.StepFailure;

/** What a grid operator answers to a registration. */
public record Answer(boolean agreed, String remark) {
    /** Stops the process for a person to look at when the grid operator refused. */
    public void requireAgreed() {
        if (!agreed) {
            throw StepFailure.failed("The grid operator refuses: " + remark);
        }
    }
}
