package dev.orchestrator.workflow;

import dev.orchestrator.form.FieldError;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Steps.StateStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How a step asks another system for something and waits for its report.
 *
 * <p>First a secret route is made, which the start action finds in the state and hands over; then the process waits, without
 * a worker; the report is kept under the result key and checked by the validation, which may refuse it by failing.
 */
public record Callback(
        String resultKey,
        Optional<Duration> timeout,
        Optional<Report> report,
        String startName,
        StateStep start,
        String validationName,
        StateStep validation) {
    /** The state's key for the path that the other system posts its report to. */
    public static final String ROUTE = "callback_route";

    /** The state's key for the secret part of the route. */
    public static final String TOKEN = "__callback_token";

    /** The state's key for what the other system said while it worked. */
    public static final String PROGRESS = "callback_progress";

    /** The row's key for the name under which the report is kept. */
    public static final String RESULT_KEY = "__callback_result_key";

    /** The row's key that tells a report which came before the process waited for it. */
    public static final String EARLY = "__callback_early";

    private static final String ENDPOINT_ID = "endpoint";
    private static final String AWAIT_ID = "await";
    private static final StateStep NOTHING = state -> State.empty();

    /** A callback whose report is kept under the given key of the state. */
    public static Callback into(String resultKey) {
        return new Callback(resultKey, Optional.empty(), Optional.empty(), "Start", NOTHING, "Validate", NOTHING);
    }

    /** Fails the step when no report has come within this time. */
    public Callback within(Duration time) {
        return new Callback(resultKey, Optional.of(time), report, startName, start, validationName, validation);
    }

    /**
     * Takes only reports that fit the record, as a form takes its page: any other is refused at the door with what is wrong with which
     * field, and the process goes on waiting.
     */
    public Callback expecting(Class<? extends Record> type) {
        return new Callback(
                resultKey, timeout, Optional.of(new Report(type)), startName, start, validationName, validation);
    }

    /** What asks the other system. */
    public Callback start(String name, StateStep action) {
        return new Callback(resultKey, timeout, report, name, action, validationName, validation);
    }

    /** What checks the report and takes from it what the steps behind need. */
    public Callback validate(String name, StateStep action) {
        return new Callback(resultKey, timeout, report, startName, start, name, action);
    }

    /** The parts of the step, which people see as one. */
    List<Step> parts(String groupName) {
        return List.of(
                new Step.Action(ENDPOINT_ID, "Create endpoint", this::createEndpoint),
                new Step.Action("start", startName, context -> StepResult.success(start.run(context.state()))),
                new Step.Await(AWAIT_ID, groupName + " - Await callback", resultKey, timeout, report),
                new Step.Action("validate", validationName, context -> StepResult.success(validate(context.state()))));
    }

    /** The key of the part that waits, given the key of the part that made the route. */
    public static String awaitKey(String endpointKey) {
        return endpointKey.substring(0, endpointKey.length() - ENDPOINT_ID.length()) + AWAIT_ID;
    }

    /** The key of the part that made the route, given the key of any part. */
    public static String endpointKey(String partKey) {
        return partKey.substring(0, partKey.lastIndexOf('/') + 1) + ENDPOINT_ID;
    }

    /** Also what was not refused at the door, for a program without this workflow took it. */
    private State validate(State state) throws Exception {
        List<FieldError> errors = report.flatMap(
                        expected -> state.get(resultKey).map(expected::lay))
                .map(Report.Laid::errors)
                .orElseGet(List::of);
        if (!errors.isEmpty()) {
            throw StepFailure.inconsistentData("The report is not what the step expects: " + Report.inWords(errors));
        }
        return validation.run(state);
    }

    /** The token is random enough to be a secret: 122 bits of a cryptographic generator. */
    private StepResult createEndpoint(StepContext context) {
        String token = UUID.randomUUID().toString();
        return StepResult.success(State.of(TOKEN, token)
                .with(ROUTE, "/api/processes/" + context.processId() + "/callback/" + token)
                .with(RESULT_KEY, resultKey));
    }
}
