package dev.orchestrator.api.process;

import dev.orchestrator.api.access.Operators;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.Operator;
import dev.orchestrator.process.operator.ActOnProcess;
import dev.orchestrator.process.operator.EditState;
import dev.orchestrator.process.operator.GoBackToStep;
import dev.orchestrator.process.operator.OperatorAction;
import dev.orchestrator.process.operator.RetryProcess;
import dev.orchestrator.process.operator.SetDueTime;
import dev.orchestrator.process.operator.SetPriority;
import dev.orchestrator.process.operator.SkipStep;
import io.smallrye.graphql.api.Nullable;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** What operators do to a process beyond answering and aborting it; what is refused is an answer, not an error of the request. */
@GraphQLApi
public class OperatorMutations {
    private final ActOnProcess actions;
    private final Operators operators;

    OperatorMutations(ActOnProcess actions, Operators operators) {
        this.actions = actions;
        this.operators = operators;
    }

    @Mutation("retryProcess")
    @Description("Run the step again at which the process failed or waits")
    public @NonNull ProcessCreatedMutationError retryProcess(
            @NonNull UUID processId, @Nullable String reporter, @Nullable String reason) {
        return act(processId, RetryProcess::new, () -> operators.of(reporter, reason));
    }

    @Mutation("skipStep")
    @Description("Go on behind the step at which the process stands; a step that is named must be that one")
    public @NonNull ProcessCreatedMutationError skipStep(
            @NonNull UUID processId, @Nullable String step, @Nullable String reporter, @Nullable String reason) {
        return act(processId, () -> new SkipStep(Optional.ofNullable(step)), () -> operators.of(reporter, reason));
    }

    @Mutation("goBackToStep")
    @Description("Run an earlier step again, and all behind it")
    public @NonNull ProcessCreatedMutationError goBackToStep(
            @NonNull UUID processId, @NonNull String step, @Nullable String reporter, @Nullable String reason) {
        return act(processId, () -> new GoBackToStep(step), () -> operators.of(reporter, reason));
    }

    @Mutation("editProcessState")
    @Description("Set keys of the state that the next step gets; the payload is an object")
    public @NonNull ProcessCreatedMutationError editProcessState(
            @NonNull UUID processId, @NonNull Payload payload, @Nullable String reporter, @Nullable String reason) {
        return act(
                processId,
                () -> new EditState(ProcessActionInput.object(payload)),
                () -> operators.of(reporter, reason));
    }

    @Mutation("setProcessPriority")
    @Description("Run before or after others that are due: 0 runs first, 9 last")
    public @NonNull ProcessCreatedMutationError setProcessPriority(
            @NonNull UUID processId, int priority, @Nullable String reporter, @Nullable String reason) {
        return act(processId, () -> new SetPriority(priority), () -> operators.of(reporter, reason));
    }

    @Mutation("setProcessDueTime")
    @Description("Move a process that waits in the queue to another time")
    public @NonNull ProcessCreatedMutationError setProcessDueTime(
            @NonNull UUID processId,
            @NonNull OffsetDateTime dueAt,
            @Nullable String reporter,
            @Nullable String reason) {
        return act(processId, () -> new SetDueTime(dueAt.toInstant()), () -> operators.of(reporter, reason));
    }

    private ProcessCreatedMutationError act(
            UUID processId, Supplier<OperatorAction> action, Supplier<Operator> operator) {
        try {
            actions.act(processId, action.get(), operator.get());
            return new ProcessCreated(processId);
        } catch (OrchestratorException refusal) {
            return MutationError.of(refusal);
        }
    }
}
