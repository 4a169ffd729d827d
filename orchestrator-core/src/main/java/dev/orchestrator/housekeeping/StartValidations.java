package dev.orchestrator.housekeeping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.error.ErrorCategory;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.NewProcess;
import dev.orchestrator.process.NewProcesses;
import dev.orchestrator.process.StartProcess;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.StepContext;
import dev.orchestrator.workflow.StepResult;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts a validation of each subscription that can be validated, all of them together with the record of the step, or none. */
@Singleton
public class StartValidations {
    private static final int LISTED = 100;

    private final Housekeeping housekeeping;
    private final Provider<StartProcess> start;
    private final NewProcesses processes;

    /** The start of processes knows all workflows, this one's callers included, so it is asked for late. */
    public StartValidations(Housekeeping housekeeping, Provider<StartProcess> start, NewProcesses processes) {
        this.housekeeping = housekeeping;
        this.start = start;
        this.processes = processes;
    }

    StepResult of(Optional<String> productType, StepContext context) {
        List<NewProcess> ready = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Housekeeping.Validation validation : housekeeping.validations(productType)) {
            try {
                ready.add(prepare(validation, context.reporter()));
            } catch (OrchestratorException refusal) {
                if (refusal.code().category() == ErrorCategory.UNAVAILABLE) {
                    throw refusal;
                }
                refused.add(validation.subscriptionId() + ": " + refusal.getMessage());
            }
        }
        if (!ready.isEmpty()) {
            context.withCheckpoint(transaction -> processes.insert(transaction, ready));
        }
        return StepResult.success(State.of("validations_started", ready.size())
                .with("validations_refused", refused.size())
                .with("refusals", refused.stream().limit(LISTED).toList()));
    }

    private NewProcess prepare(Housekeeping.Validation validation, String reporter) {
        List<ObjectNode> pages = List.of(
                Json.object().put("subscription_id", validation.subscriptionId().toString()));
        return switch (start.get().prepare(validation.workflow(), pages, reporter)) {
            case StartProcess.Preparation.Ready ready -> ready.process();
            case StartProcess.Preparation.Asks asks ->
                throw new OrchestratorException(
                        ErrorCode.START_REFUSED,
                        "'" + validation.workflow() + "' asks for more than the subscription, or refuses it: "
                                + asks.form());
        };
    }
}
