package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.evolution.MigrationOptions;
import dev.orchestrator.evolution.MigrationPhase;
import dev.orchestrator.evolution.MigrationReport;
import dev.orchestrator.evolution.MigrationRunner;
import dev.orchestrator.evolution.MoveBack;
import dev.orchestrator.evolution.Position;
import dev.orchestrator.evolution.StateMigration;
import dev.orchestrator.evolution.postgres.PostgresInFlightProcesses;
import dev.orchestrator.evolution.postgres.PostgresProcessRegistry;
import dev.orchestrator.form.Form;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.operator.GoBackToStep;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Children;
import dev.orchestrator.workflow.Steps;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where in another version a process may go on: in groups, at branches, and with children of its own at work. */
class MigrationPlacesTest {
    private static final int ITEMS = 3;
    private static final TestTask CHILD = new TestTask(
            "child",
            steps -> steps.input("approve", "Approve", Assignee.NOC, state -> Form.none())
                    .done());

    private final EngineHarness engine = new EngineHarness();
    private final PostgresProcessRegistry registry = new PostgresProcessRegistry(engine.pool, engine.engine);
    private final MigrationOptions options = MigrationOptions.by("ada");

    @AfterEach
    void tearDown() {
        engine.close();
    }

    @Test
    void goesOnInsideAGroup() {
        UUID process = standing(steps -> ask("b", run("a", steps)));

        MigrationReport report = migrate("g/b", steps -> steps.group("g", "Group", inner -> ask("b", run("a", inner))));

        assertThat(report.errors()).isEmpty();
        answer(process);
        assertThat(engine.steps(process)).endsWith("g/b:suspend", "g/b:success", "done:complete");
    }

    @Test
    void goesOnAtAParallelStepAsAWhole() {
        UUID process = standing(steps -> ask("b", run("a", steps)));

        MigrationReport report = migrate(
                "both",
                steps -> run("a", steps).parallel("both", "Both", branches -> run("right", run("left", branches))));

        assertThat(report.errors()).isEmpty();
        engine.runUntilIdle();
        assertThat(engine.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(engine.steps(process)).contains("both/left:success", "both/right:success");
    }

    @Test
    void doesNotGoOnInsideABranch() {
        standing(steps -> ask("b", run("a", steps)));

        MigrationReport report = migrate(
                "both/left",
                steps -> run("a", steps).parallel("both", "Both", branches -> run("right", run("left", branches))));

        assertRefused(
                report,
                "can't go on at 'both/left', in one of the parallel branches of 'both'",
                "at 'both' as a whole");
    }

    @Test
    void leavesAProcessAloneWhoseBranchesHaveNotJoined() {
        UnaryOperator<Steps<SubscriptionModel>> branched =
                steps -> steps.parallel("both", "Both", branches -> ask("right", run("left", branches)));
        UUID process = standing(branched);

        MigrationReport report = migrate("both", branched);

        assertThat(report.errors()).singleElement().satisfies(error -> {
            assertThat(error.phase()).isEqualTo(MigrationPhase.READ);
            assertThat(error.reason()).contains("in the parallel branches of 'both'", "let them join first");
        });
        assertThat(engine.record(process).process().workflowVersion()).isEqualTo(1);
    }

    @Test
    void goesOnWaitingForTheSameChildren() {
        UUID process = standing(MigrationPlacesTest::each);

        MigrationReport report = migrate("each", steps -> run("after", each(run("before", steps))));

        assertThat(report.errors()).isEmpty();
        assertThat(engine.status(process)).isEqualTo(ProcessStatus.WAITING);
        answerChildren();
        assertThat(engine.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(engine.steps(process)).contains("after:success").doesNotContain("before:success");
        assertThat(children()).containsExactly("completed", "completed", "completed");
        assertThat(engine.record(process).state().get("results").orElseThrow()).hasSize(ITEMS);
    }

    @Test
    void movesBackWithItsChildrenAtWork() {
        UUID process = standing(MigrationPlacesTest::each);
        StateMigration<?, ?> migration = new GoingOnAt("each");
        migrate(migration, steps -> run("after", each(steps)));

        MigrationReport report = new MoveBack(migration, registry, options).run();

        assertThat(report.migrated()).isEqualTo(1);
        answerChildren();
        assertThat(engine.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(children()).hasSize(ITEMS);
        assertThat(engine.steps(process)).doesNotContain("after:success");
    }

    @Test
    void doesNotLeaveItsChildrenBehind() {
        standing(steps -> run("after", each(steps)));

        MigrationReport report = migrate("after", steps -> run("after", each(steps)));

        assertRefused(report, "'each' has started children that have not all ended", "can't go on at 'after'");
    }

    @Test
    void doesNotStartOtherChildrenBesideThem() {
        standing(MigrationPlacesTest::each);

        MigrationReport report = migrate("every", steps -> each("every", steps));

        assertRefused(report, "'each' has started children that have not all ended", "can't go on at 'every'");
        assertThat(children()).hasSize(ITEMS);
    }

    @Test
    void goesOnBehindChildrenThatHaveEnded() {
        UUID process = standing(steps -> ask("b", each(steps)));
        answerChildren();

        MigrationReport report = migrate("b", steps -> ask("b", steps));

        assertThat(report.errors()).isEmpty();
        answer(process);
        assertThat(engine.status(process)).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void endsItsChildrenWhenItGoesBackAfterwards() {
        UUID process = standing(MigrationPlacesTest::each);
        migrate("each", MigrationPlacesTest::each);

        engine.act(process, new GoBackToStep("each"));
        engine.runUntilIdle();

        assertThat(children()).containsExactly("aborted", "aborted", "aborted", "suspended", "suspended", "suspended");
    }

    /** Names a step of the target and leaves the state as it is. */
    private static final class GoingOnAt extends StateMigration<GoingOnAt.Nothing, GoingOnAt.Nothing> {
        record Nothing() {}

        private final String step;

        GoingOnAt(String step) {
            super(version("task", 1, Nothing.class), version("task", 2, Nothing.class));
            this.step = step;
        }

        @Override
        public Nothing migrate(Nothing from) {
            return from;
        }

        @Override
        public String goOnAt(Position at, Nothing state) {
            return step;
        }
    }

    private UUID standing(UnaryOperator<Steps<SubscriptionModel>> steps) {
        engine.deploy(CHILD, version(1, steps));
        UUID process = engine.start("task");
        engine.runUntilIdle();
        return process;
    }

    private MigrationReport migrate(String goOnAt, UnaryOperator<Steps<SubscriptionModel>> target) {
        return migrate(new GoingOnAt(goOnAt), target);
    }

    /** The build with the target does not have the source any more. */
    private MigrationReport migrate(StateMigration<?, ?> migration, UnaryOperator<Steps<SubscriptionModel>> target) {
        TestTask source = (TestTask) engine.workflows().find("task").orElseThrow();
        engine.deploy(CHILD, source, version(2, target));
        return new MigrationRunner(
                        migration,
                        engine.workflows(),
                        new PostgresInFlightProcesses(engine.pool, engine.engine),
                        options)
                .runAndUpdateRegistry(registry);
    }

    private static TestTask version(int number, UnaryOperator<Steps<SubscriptionModel>> steps) {
        return new TestTask("task", number, begun -> steps.apply(begun).done());
    }

    private static Steps<SubscriptionModel> run(String id, Steps<SubscriptionModel> steps) {
        return steps.stateStep(id, "Step " + id, state -> State.empty());
    }

    private static Steps<SubscriptionModel> ask(String id, Steps<SubscriptionModel> steps) {
        return steps.input(id, "Ask " + id, Assignee.NOC, state -> Form.none());
    }

    private static Steps<SubscriptionModel> each(Steps<SubscriptionModel> steps) {
        return each("each", steps);
    }

    private static Steps<SubscriptionModel> each(String id, Steps<SubscriptionModel> steps) {
        return steps.forEach(
                id,
                "Each",
                Children.of(
                                "child",
                                state -> IntStream.range(0, ITEMS).boxed().toList(),
                                number -> State.of("number", number))
                        .into("results", child -> child.text("number")));
    }

    private void answer(UUID process) {
        engine.resume(process, Json.object());
        engine.runUntilIdle();
    }

    private void answerChildren() {
        engine
                .database
                .query("SELECT pid FROM processes WHERE parent_pid IS NOT NULL AND last_status = 'suspended'")
                .stream()
                .map(row -> UUID.fromString(row.getFirst()))
                .forEach(child -> engine.resume(child, Json.object()));
        engine.runUntilIdle();
    }

    private List<String> children() {
        return engine
                .database
                .query(
                        "SELECT last_status FROM processes WHERE parent_pid IS NOT NULL ORDER BY started_at, parent_item")
                .stream()
                .map(List::getFirst)
                .toList();
    }

    private static void assertRefused(MigrationReport report, String... says) {
        assertThat(report.errors()).singleElement().satisfies(error -> {
            assertThat(error.phase()).isEqualTo(MigrationPhase.VALIDATE);
            assertThat(error.reason()).contains(says);
        });
    }
}
