package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.evolution.Fate;
import dev.orchestrator.evolution.InFlightCheck;
import dev.orchestrator.evolution.postgres.PostgresProcessShapes;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.state.Json;
import dev.orchestrator.testkit.ChildProcess;
import dev.orchestrator.worker.ChangedWorkflow.Build;
import dev.orchestrator.worker.ChangedWorkflow.Change;
import dev.orchestrator.worker.ChangedWorkflow.Place;
import dev.orchestrator.worker.ChangedWorkflow.Standing;
import dev.orchestrator.workflow.Callback;
import dev.orchestrator.workflow.WorkflowRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each change of a step list does to a process that stands at a step, wherever the list is and whatever the process waits for,
 * over real restarts: the worker with the old build ends, one with the changed build starts, and in the end one with the old lists
 * again. The table in docs/evolution.md tells what is seen here.
 */
class ChangesOverRestartsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final EngineHarness API = new EngineHarness();
    private static final Map<ChangedWorkflow, UUID> PROCESSES = new LinkedHashMap<>();
    private static final Map<ChangedWorkflow, Seen> BEFORE = new LinkedHashMap<>();
    private static final Map<ChangedWorkflow, Seen> CHANGED = new LinkedHashMap<>();
    private static final Map<ChangedWorkflow, Seen> IN_THE_END = new LinkedHashMap<>();
    private static final Map<String, Fate> CHECKED = new LinkedHashMap<>();
    private static final List<String> OUTPUT = new ArrayList<>();

    /** How a process stood when a build had nothing left to do for it, and what had run of it until then. */
    record Seen(ProcessStatus status, String reason, List<String> ran) {}

    /** What is to be seen with the changed build: what runs, and why it stops there if it does. */
    record Expected(List<String> ran, Optional<String> stops) {}

    @BeforeAll
    static void rollOutOneBuildAfterTheOther() {
        run(Build.OLD, BEFORE, () -> {
            start();
            awaitAll(ChangesOverRestartsTest::stands);
        });
        check();
        run(
                Build.CHANGED,
                CHANGED,
                () -> awaitAll(changed -> changed.change().isGone() ? hasComeToNoWorker(changed) : isSettled(changed)));
        run(Build.BACK, IN_THE_END, () -> {
            awaitAll(ChangesOverRestartsTest::isSettled);
            await(() -> "the end of all processes", () -> Optional.of(living()).filter("0"::equals));
        });
    }

    @AfterAll
    static void close() {
        API.close();
    }

    @ParameterizedTest
    @MethodSource
    void changedListIsRunOrRefused(ChangedWorkflow changed) {
        Expected expected = expected(changed);

        Seen seen = CHANGED.get(changed);

        assertThat(seen.ran()).isEqualTo(expected.ran());
        assertThat(seen.status())
                .isEqualTo(expected.stops().isPresent() ? ProcessStatus.INCONSISTENT_DATA : ProcessStatus.COMPLETED);
        expected.stops()
                .ifPresent(reason -> assertThat(seen.reason()).contains(reason).contains("goes on by itself"));
    }

    static Stream<Named<ChangedWorkflow>> changedListIsRunOrRefused() {
        return named(changed -> !changed.change().isGone());
    }

    @ParameterizedTest
    @MethodSource
    void whatWasRefusedGoesOnByItselfOnceTheOldListIsBack(ChangedWorkflow changed) {
        Seen seen = IN_THE_END.get(changed);

        assertThat(seen.status()).as(seen.reason()).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(seen.ran()).isEqualTo(ranUnchanged(changed));
    }

    static Stream<Named<ChangedWorkflow>> whatWasRefusedGoesOnByItselfOnceTheOldListIsBack() {
        return named(changed -> expected(changed).stops().isPresent());
    }

    @ParameterizedTest
    @MethodSource
    void whatNoWorkerHasWaitsAndIsNotLost(ChangedWorkflow changed) {
        assertThat(CHANGED.get(changed).ran()).isEqualTo(BEFORE.get(changed).ran());
        assertThat(CHANGED.get(changed).status()).isEqualTo(standsWithoutAWorker(changed.standing()));

        assertThat(IN_THE_END.get(changed).status()).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(IN_THE_END.get(changed).ran()).isEqualTo(ranUnchanged(changed));
    }

    static Stream<Named<ChangedWorkflow>> whatNoWorkerHasWaitsAndIsNotLost() {
        return named(changed -> changed.change().isGone());
    }

    /** But for the state, which only the engine sees. */
    @ParameterizedTest
    @MethodSource
    void theCheckBeforeTheRolloutHasSaidTheSame(ChangedWorkflow changed) {
        boolean isStranded = changed.change().isGone()
                || (expected(changed).stops().isPresent() && changed.change() != Change.OTHER_STATE);

        assertThat(CHECKED.get(changed.name())).isEqualTo(isStranded ? Fate.BLOCKED : Fate.CONTINUES);
    }

    static Stream<Named<ChangedWorkflow>> theCheckBeforeTheRolloutHasSaidTheSame() {
        return named(changed -> true);
    }

    private static Stream<Named<ChangedWorkflow>> named(Predicate<ChangedWorkflow> wanted) {
        return ChangedWorkflow.all().stream().filter(wanted).map(changed -> Named.of(changed.name(), changed));
    }

    private static Expected expected(ChangedWorkflow changed) {
        boolean isBegun = changed.standing().isBegun();
        return switch (changed.change()) {
            case INSERTED_BEFORE_DONE ->
                stops(changed, List.of("a"), "'" + changed.place().prefix + "x' stands before");
            case INSERTED_BEFORE ->
                isBegun
                        ? stops(changed, List.of("a"), "'" + changed.place().prefix + "x' stands before")
                        : runs(changed, "a", "x", "s", "c", "e");
            case OTHER_ID ->
                isBegun
                        ? stops(changed, List.of("a"), "'" + changed.place().prefix + "s', is not in this code")
                        : runs(changed, "a", "s2", "c", "e");
            case DONE_OTHER_ID ->
                stops(
                        changed,
                        List.of("a"),
                        "'" + changed.place().prefix + (isBegun ? "a2' stands before" : "a', is not in this code"));
            case OTHER_STATE -> stops(changed, List.of("a", "s"), "amount: is missing");
            case DONE_REMOVED -> runs(changed, "a", "s", "c", "e");
            default -> runs(changed, changed.change().steps().toArray(String[]::new));
        };
    }

    private static Expected runs(ChangedWorkflow changed, String... list) {
        return new Expected(printed(changed, Stream.concat(Stream.of(list), Stream.of("d"))), Optional.empty());
    }

    private static Expected stops(ChangedWorkflow changed, List<String> ran, String reason) {
        return new Expected(printed(changed, ran.stream()), Optional.of(reason));
    }

    private static List<String> ranUnchanged(ChangedWorkflow changed) {
        return printed(changed, Stream.of("a", "s", "c", "e", "d"));
    }

    private static List<String> printed(ChangedWorkflow changed, Stream<String> steps) {
        return steps.filter(step -> !step.startsWith("s") || changed.standing().prints())
                .toList();
    }

    /** A report is kept and waits for a worker, and so does a retry; an answer needs the form, which nobody has. */
    private static ProcessStatus standsWithoutAWorker(Standing standing) {
        return switch (standing) {
            case SUSPENDED -> ProcessStatus.SUSPENDED;
            case FAILED, AWAITING_CALLBACK -> ProcessStatus.RESUMED;
            case WAITING, AWAITING_CHILDREN -> ProcessStatus.WAITING;
        };
    }

    private static void run(Build build, Map<ChangedWorkflow, Seen> seen, Runnable work) {
        API.deploy(ChangedWorkflow.allIn(build));
        ChildProcess worker = WorkerProgram.start(API.database, build);
        try {
            work.run();
            WorkerProgram.stop(worker);
            OUTPUT.addAll(worker.output());
            PROCESSES.forEach((changed, process) -> seen.put(changed, seen(process)));
        } finally {
            worker.close();
        }
    }

    private static void check() {
        WorkflowRegistry changed = new WorkflowRegistry(List.of(ChangedWorkflow.allIn(Build.CHANGED)));
        new InFlightCheck(changed, version -> Optional.empty())
                .of(new PostgresProcessShapes(API.pool).shapes(InFlightCheck.liveStatuses()))
                .findings()
                .forEach(finding -> CHECKED.put(finding.workflow().name(), finding.fate()));
    }

    private static Seen seen(UUID process) {
        var now = API.record(process).process();
        return new Seen(
                now.status(),
                String.valueOf(now.failedReason()),
                ChangedWorkflow.ran(OUTPUT, process).toList());
    }

    private static void start() {
        Map<ChangedWorkflow, UUID> started = new LinkedHashMap<>();
        ChangedWorkflow.all().forEach(changed -> started.put(changed, API.start(changed.started())));
        started.forEach((changed, process) -> PROCESSES.put(
                changed,
                changed.place() == Place.FOR_EACH
                        ? await(() -> "a child of " + changed.name(), () -> childOf(process))
                        : process));
    }

    /** Looks at all that are left in each round, so that they wait together and not one for another. */
    private static void awaitAll(Predicate<ChangedWorkflow> wanted) {
        Map<ChangedWorkflow, UUID> left = new LinkedHashMap<>(PROCESSES);
        await(
                () -> left.entrySet().stream()
                        .map(entry -> entry.getKey().name() + ", which is " + API.record(entry.getValue()))
                        .findFirst()
                        .orElse("nothing"),
                () -> {
                    left.keySet().removeIf(wanted);
                    return left.isEmpty() ? Optional.of(true) : Optional.empty();
                });
    }

    private static <T> T await(Supplier<String> what, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (Optional<T> answer = question.get(); ; answer = question.get()) {
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + PATIENCE + ": " + what.get());
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private static Optional<UUID> childOf(UUID parent) {
        return API.database.query("SELECT pid FROM processes WHERE parent_pid = '%s'".formatted(parent)).stream()
                .map(row -> UUID.fromString(row.getFirst()))
                .findFirst();
    }

    /** With the parents of those that a for-each step had started. */
    private static String living() {
        return API.database
                .query("SELECT count(*) FROM processes WHERE last_status <> 'completed'")
                .getFirst()
                .getFirst();
    }

    private static boolean stands(ChangedWorkflow changed) {
        return API.record(PROCESSES.get(changed))
                .newest(changed.standingKey())
                .map(ProcessStep::status)
                .filter(status -> !status.isDone())
                .isPresent();
    }

    /** Brings the process what it waits for, as people and other systems do, until nothing is left to bring. */
    private static boolean isSettled(ChangedWorkflow changed) {
        UUID process = PROCESSES.get(changed);
        switch (API.status(process)) {
            case SUSPENDED -> API.resume(process, Json.object().put("verdict", "yes"));
            case FAILED -> API.resume(process);
            case AWAITING_CALLBACK -> report(changed, process);
            case WAITING -> answerChildren(process);
            default -> {}
        }
        ProcessStatus now = API.status(process);
        return now == ProcessStatus.COMPLETED || now == ProcessStatus.INCONSISTENT_DATA;
    }

    private static boolean hasComeToNoWorker(ChangedWorkflow changed) {
        UUID process = PROCESSES.get(changed);
        switch (changed.standing()) {
            case SUSPENDED ->
                assertThatThrownBy(() -> API.resume(process, Json.object().put("verdict", "yes")))
                        .isInstanceOfSatisfying(
                                OrchestratorException.class,
                                refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.WORKFLOW_VERSION_MISSING));
            case FAILED -> API.resume(process);
            case AWAITING_CALLBACK -> report(changed, process);
            case WAITING -> {}
            case AWAITING_CHILDREN -> answerChildren(process);
        }
        return true;
    }

    private static void report(ChangedWorkflow changed, UUID process) {
        String token = API.record(process)
                .newest(Callback.endpointKey(changed.place().prefix + "s/await"))
                .orElseThrow()
                .changes()
                .text(Callback.TOKEN);
        API.callbacks().receive(process, token, Json.object().put("ok", true));
    }

    private static void answerChildren(UUID parent) {
        childOf(parent)
                .filter(child -> API.status(child) == ProcessStatus.SUSPENDED)
                .ifPresent(child -> API.resume(child, Json.object()));
    }
}
