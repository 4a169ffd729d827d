package dev.orchestrator.api.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.api.access.Operators;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.AbortProcess;
import dev.orchestrator.process.ResumeProcess;
import dev.orchestrator.process.StartProcess;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** Starts, resumes and aborts processes; what is refused is an answer, not an error of the request. */
@GraphQLApi
public class ProcessMutations {
    private final StartProcess start;
    private final ResumeProcess resume;
    private final AbortProcess abort;
    private final Operators operators;

    ProcessMutations(StartProcess start, ResumeProcess resume, AbortProcess abort, Operators operators) {
        this.start = start;
        this.resume = resume;
        this.abort = abort;
        this.operators = operators;
    }

    @Mutation("startProcess")
    @Description("Create a process in the Orchestrator")
    public @NonNull ProcessCreatedMutationError startProcess(
            @NonNull String name, @NonNull Payload payload, @Nullable String reporter) {
        return answering(() -> switch (start.start(name, payload.pages(), operators.of(reporter, null))) {
            case StartProcess.Reply.Started started -> new ProcessCreated(started.processId());
            case StartProcess.Reply.Asks asks -> MutationError.of(asks.form());
        });
    }

    @Mutation("resumeProcess")
    @Description("Resume a suspended process with the pages of its form, or retry one that failed or waits")
    public @NonNull ProcessCreatedMutationError resumeProcess(
            @NonNull UUID processId, @Nullable Payload payload, @Nullable String reporter) {
        List<JsonNode> pages = payload == null ? List.of() : payload.pages();
        return answering(() -> resume.resume(processId, pages, operators.of(reporter, null))
                .<ProcessCreatedMutationError>map(MutationError::of)
                .orElseGet(() -> new ProcessCreated(processId)));
    }

    @Mutation("abortProcess")
    @Description("Abort a process")
    public @NonNull ProcessCreatedMutationError abortProcess(@NonNull UUID processId, @Nullable String reporter) {
        return answering(() -> {
            abort.abort(processId, operators.of(reporter, null));
            return new ProcessCreated(processId);
        });
    }

    private static ProcessCreatedMutationError answering(Supplier<ProcessCreatedMutationError> action) {
        try {
            return action.get();
        } catch (OrchestratorException refusal) {
            return MutationError.of(refusal);
        }
    }
}
