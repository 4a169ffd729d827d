package dev.orchestrator.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.StepFailure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the row of a failed step keeps of its failure. */
public final class StepError {
    /** The class of what was thrown; with the stack for those only who may see our insides. */
    public static final String THROWN = "error_class";

    public static final String STACK = "traceback";

    private static final List<String> INSIDES = List.of(THROWN, STACK);
    private static final int LONGEST_STACK = 16_384;

    private StepError() {}

    public static State of(StepFailure failure, String worker) {
        State error = State.of("error", failure.getMessage())
                .with("class", failure.kind().name().toLowerCase(Locale.ROOT))
                .with("worker", worker);
        return stack(failure)
                .map(stack -> error.with(THROWN, failure.getCause().getClass().getName())
                        .with(STACK, stack))
                .orElse(error);
    }

    /** The stack of what the step's code threw; a failure that the step declared itself has none. */
    public static Optional<String> stack(StepFailure failure) {
        if (failure.getCause() == null) {
            return Optional.empty();
        }
        StringWriter text = new StringWriter();
        failure.getCause().printStackTrace(new PrintWriter(text));
        String stack = text.toString();
        return Optional.of(stack.substring(0, Math.min(stack.length(), LONGEST_STACK)));
    }

    /** What anybody may see of a row's document. */
    static State shown(ProcessStep step) {
        if (!step.status().isFailure()) {
            return step.changes();
        }
        ObjectNode document = step.changes().toJson();
        return State.of(document.remove(INSIDES));
    }
}
