package dev.orchestrator.worker;

import static dev.orchestrator.form.Form.page;

import dev.orchestrator.form.Form;
import dev.orchestrator.state.State;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Backoff;
import dev.orchestrator.workflow.Callback;
import dev.orchestrator.workflow.Children;
import dev.orchestrator.workflow.StepAction;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepResult;
import dev.orchestrator.workflow.Steps;
import dev.orchestrator.workflow.Workflow;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A workflow that is changed while a process of it stands at its step S: one for each change, each kind of step to stand at, and
 * each kind of list that the change is made in. The list is A, S, C, E; behind it comes D.
 *
 * <p>Each step prints that it ran, so that what ran is known of programs that are gone.
 */
record ChangedWorkflow(Place place, Standing standing, Change change) {
    static final String CHILD = "child_that_asks";

    private static final String RAN = "ran ";
    private static final String OLD_NAME = "Step s";

    /** The builds that are rolled out one after the other. In the first S does not work yet. */
    enum Build {
        OLD,
        CHANGED,
        /** The old lists, with S mended. */
        BACK
    }

    /** Where the list stands. */
    enum Place {
        TOP(""),
        GROUP("g/"),
        BRANCH("p/left/"),
        /** In a process that a for-each step of another one has started. */
        FOR_EACH("");

        final String prefix;

        Place(String prefix) {
            this.prefix = prefix;
        }
    }

    /** What S is, and so how the process stands. */
    enum Standing {
        SUSPENDED,
        FAILED,
        WAITING,
        AWAITING_CALLBACK,
        AWAITING_CHILDREN;

        /** Whether something of S is done while the process stands there: its route was given away, its children were started. */
        boolean isBegun() {
            return this == AWAITING_CALLBACK || this == AWAITING_CHILDREN;
        }

        boolean prints() {
            return this == FAILED || this == WAITING;
        }
    }

    /** What is changed. */
    enum Change {
        INSERTED_BEFORE_DONE("x a s c e"),
        INSERTED_BEFORE("a x s c e"),
        INSERTED_BEHIND("a s x c e"),
        DONE_REMOVED("s c e"),
        DONE_OTHER_ID("a2 s c e"),
        DISPLAY_NAME("a s c e"),
        SWAPPED("a s e c"),
        REMOVED("a s e"),
        OTHER_ID("a s2 c e"),
        OTHER_STATE("a s c e"),
        WORKFLOW_GONE(""),
        VERSION_GONE("");

        private final String steps;

        Change(String steps) {
            this.steps = steps;
        }

        boolean isGone() {
            return steps.isEmpty();
        }

        /** The list in the changed build. */
        List<String> steps() {
            return List.of(steps.split(" "));
        }
    }

    record Answer(String verdict) {}

    record OtherState(int amount) {}

    static List<ChangedWorkflow> all() {
        return Arrays.stream(Place.values())
                .flatMap(place -> Arrays.stream(Standing.values())
                        .flatMap(standing -> Arrays.stream(Change.values())
                                .map(change -> new ChangedWorkflow(place, standing, change))))
                .toList();
    }

    static Workflow[] allIn(Build build) {
        return Stream.concat(Stream.of(asking()), all().stream().flatMap(changed -> changed.in(build).stream()))
                .toArray(Workflow[]::new);
    }

    String name() {
        return (place + "_" + standing + "_" + change).toLowerCase(Locale.ROOT);
    }

    /** The one to start. */
    String started() {
        return place == Place.FOR_EACH ? parent() : name();
    }

    /** The key of the row at which the process stands. */
    String standingKey() {
        return place.prefix + (standing == Standing.AWAITING_CALLBACK ? "s/await" : "s");
    }

    /** The step that a line of a program's output says has run for the process. */
    static Stream<String> ran(List<String> output, Object process) {
        String begin = RAN + process + " ";
        return output.stream().filter(line -> line.startsWith(begin)).map(line -> line.substring(begin.length()));
    }

    private String parent() {
        return "parent_of_" + name();
    }

    private List<Workflow> in(Build build) {
        boolean isGone = change == Change.WORKFLOW_GONE && build == Build.CHANGED;
        int version = change == Change.VERSION_GONE && build == Build.CHANGED ? 2 : 1;
        Stream<Workflow> itself = isGone
                ? Stream.empty()
                : Stream.of(new TestTask(
                        name(), version, steps -> run("d", placed(steps, build)).done()));
        Stream<Workflow> parent = place == Place.FOR_EACH
                ? Stream.of(new TestTask(
                        parent(), steps -> each("all", name(), steps).done()))
                : Stream.empty();
        return Stream.concat(itself, parent).toList();
    }

    private Steps<SubscriptionModel> placed(Steps<SubscriptionModel> steps, Build build) {
        return switch (place) {
            case TOP, FOR_EACH -> list(steps, build);
            case GROUP -> steps.group("g", "Group", inner -> list(inner, build));
            case BRANCH ->
                steps.parallel(
                        "p",
                        "Parallel",
                        branches -> branches.group("left", "Left", inner -> list(inner, build))
                                .stateStep("right", "Right", state -> State.empty()));
        };
    }

    private Steps<SubscriptionModel> list(Steps<SubscriptionModel> steps, Build build) {
        boolean isChanged = build == Build.CHANGED && !change.isGone();
        Steps<SubscriptionModel> list = steps;
        for (String id : isChanged ? change.steps() : List.of("a", "s", "c", "e")) {
            list = id.startsWith("s")
                    ? standing(id, isChanged && change == Change.DISPLAY_NAME ? "Another name" : OLD_NAME, build, list)
                    : id.equals("c") && isChanged && change == Change.OTHER_STATE ? readingOther(list) : run(id, list);
        }
        return list;
    }

    private Steps<SubscriptionModel> standing(String id, String label, Build build, Steps<SubscriptionModel> steps) {
        StepAction work = build == Build.OLD
                ? context -> {
                    throw StepFailure.failed("S does not work yet");
                }
                : printing(id);
        return switch (standing) {
            case SUSPENDED ->
                steps.input(
                        id,
                        label,
                        Assignee.NOC,
                        state -> page("Decide", Answer.class).submit());
            case FAILED -> steps.resultStep(id, label, work);
            case WAITING ->
                steps.retryResultStep(
                        id, label, new Backoff(Duration.ofMillis(500), Duration.ofSeconds(2), Integer.MAX_VALUE), work);
            case AWAITING_CALLBACK -> steps.callback(id, label, Callback.into("report"));
            case AWAITING_CHILDREN -> each(id, CHILD, steps);
        };
    }

    private static Steps<SubscriptionModel> each(String id, String workflow, Steps<SubscriptionModel> steps) {
        return steps.forEach(id, "Each", Children.of(workflow, state -> List.of(1), item -> State.empty()));
    }

    private static Steps<SubscriptionModel> readingOther(Steps<SubscriptionModel> steps) {
        return steps.resultStep("c", "Step c", context -> {
            context.state().as(OtherState.class);
            return printing("c").run(context);
        });
    }

    private static Steps<SubscriptionModel> run(String id, Steps<SubscriptionModel> steps) {
        return steps.resultStep(id, "Step " + id, printing(id));
    }

    private static StepAction printing(String id) {
        return context -> {
            System.out.println(RAN + context.processId() + " " + id);
            return StepResult.success(State.empty());
        };
    }

    private static Workflow asking() {
        return new TestTask(
                CHILD,
                steps -> steps.input("approve", "Approve", Assignee.NOC, state -> Form.none())
                        .done());
    }
}
