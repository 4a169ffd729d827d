package dev.orchestrator.worker;

import static dev.orchestrator.form.Form.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.evolution.MigrationError;
import dev.orchestrator.evolution.MigrationOptions;
import dev.orchestrator.evolution.MigrationPhase;
import dev.orchestrator.evolution.MigrationReport;
import dev.orchestrator.evolution.MigrationRunner;
import dev.orchestrator.evolution.MoveBack;
import dev.orchestrator.evolution.NotMigratable;
import dev.orchestrator.evolution.Position;
import dev.orchestrator.evolution.StateMigration;
import dev.orchestrator.evolution.postgres.PostgresInFlightProcesses;
import dev.orchestrator.evolution.postgres.PostgresProcessRegistry;
import dev.orchestrator.process.Claim;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Callback;
import dev.orchestrator.workflow.Workflow;
import dev.orchestrator.workflow.WorkflowVersion;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StateMigrationTest {
    /** What version 1 knows of a customer. */
    record One(String customer) {}

    /** What version 2 knows of a customer. */
    record Two(String firstName, String lastName) {}

    record Answer(String answer) {}

    private static final Workflow V1 = new TestTask(
            "change",
            1,
            steps -> steps.stateStep("look-up", "Look up", state -> State.of("customer", "Ada Lovelace"))
                    .input(
                            "ask",
                            "Ask",
                            Assignee.NOC,
                            state -> page("Ask", Answer.class).submit())
                    .stateStep(
                            "greet",
                            "Greet",
                            state -> State.of("greeting", state.as(One.class).customer()))
                    .done());

    private static final Workflow V2 = new TestTask(
            "change",
            2,
            steps -> steps.stateStep("find", "Find", state -> State.of("first_name", "new"))
                    .stateStep("check", "Check", state -> State.of("checked", true))
                    .input(
                            "ask",
                            "Ask politely",
                            Assignee.CHANGES,
                            state -> page("Ask " + state.as(Two.class).lastName(), Answer.class)
                                    .submit())
                    .stateStep(
                            "greet",
                            "Greet",
                            state -> State.of("greeting", state.as(Two.class).lastName()))
                    .done());

    /** Takes a name apart, and refuses one that has no two parts. */
    private static class Names extends StateMigration<One, Two> {
        Names() {
            super(version("change", 1, One.class), version("change", 2, Two.class));
        }

        @Override
        public Two migrate(One from) {
            String[] parts = from.customer().split(" ", -1);
            if (parts.length != 2) {
                throw new NotMigratable("'" + from.customer() + "' has no first and last name");
            }
            return new Two(parts[0], parts[1]);
        }
    }

    private static final Names NAMES = new Names();

    private final EngineHarness engine = new EngineHarness(V1);
    private final PostgresInFlightProcesses inFlight = new PostgresInFlightProcesses(engine.pool, engine.engine);
    private final PostgresProcessRegistry registry = new PostgresProcessRegistry(engine.pool, engine.engine);
    private final MigrationOptions options = MigrationOptions.by("ada").patience(Duration.ZERO);

    private UUID process;

    @BeforeEach
    void waitForAnAnswer() {
        process = engine.start("change");
        engine.runUntilIdle();
        engine.deploy(V1, V2);
    }

    @AfterEach
    void tearDown() {
        engine.close();
    }

    @Test
    void goesOnWaitingOnTheNewVersionWithTheNewState() {
        MigrationReport report = migrate();

        assertThat(report).isEqualTo(new MigrationReport("change_1_to_2", false, 1, 0, 0, List.of()));
        assertThat(engine.record(process).process().workflow()).isEqualTo(new WorkflowVersion("change", 2));
        assertThat(engine.status(process)).isEqualTo(ProcessStatus.SUSPENDED);
        assertThat(engine.record(process).process().assignee()).isEqualTo(Assignee.CHANGES);
        assertThat(engine.record(process).process().lastStep()).isEqualTo("Ask politely");
        assertThat(engine.record(process).state().toJson().has("customer")).isFalse();
        assertThat(engine.record(process).state().text("last_name")).isEqualTo("Lovelace");
        assertThat(engine.record(process).state().text("reporter")).isEqualTo("tester");
    }

    @Test
    void keepsTheHistoryAndRunsTheStepsFromThereOn() {
        migrate();

        engine.resume(process, Json.object().put("answer", "yes"));
        engine.runUntilIdle();

        assertThat(engine.steps(process))
                .containsExactly(
                        "start:success",
                        "look-up:success",
                        "ask:suspend",
                        "migration:state:success",
                        "ask:suspend",
                        "ask:success",
                        "greet:success",
                        "done:complete");
        assertThat(engine.record(process).state().text("greeting")).isEqualTo("Lovelace");
        assertThat(engine.database.query(
                        "SELECT state ->> 'greeting' FROM process_step_states WHERE step_key = 'done'"))
                .containsExactly(List.of("Lovelace"));
        assertThat(engine.database.query("SELECT state ? 'customer' FROM process_step_states WHERE step_key = 'done'"))
                .containsExactly(List.of("f"));
    }

    @Test
    void preparesWithoutTouchingTheProcess() {
        MigrationReport first = runner(NAMES, options).run();
        MigrationReport second = runner(NAMES, options).run();

        assertThat(first.migrated()).isEqualTo(1);
        assertThat(second).isEqualTo(first);
        assertThat(engine.record(process).process().workflow()).isEqualTo(new WorkflowVersion("change", 1));
        assertThat(
                        engine.database.query(
                                "SELECT status, new_state ->> 'last_name', old_state ->> 'customer', prepared_by FROM state_migrations"))
                .containsExactly(List.of("prepared", "Lovelace", "Ada Lovelace", "ada"));
    }

    @Test
    void turnsWhatWasPreparedIntoWhatWasDone() {
        runner(NAMES, options).run();

        migrate();

        assertThat(
                        engine.database.query(
                                "SELECT status, prepared_by, migrated_by, go_on_at, source_version, target_version FROM state_migrations"))
                .containsExactly(List.of("migrated", "ada", "ada", "ask", "1", "2"));
        assertThat(engine.database.query("SELECT action, actor FROM process_actions"))
                .containsExactly(List.of("migrate", "ada"));
    }

    @Test
    void rehearsesWithoutWriting() {
        MigrationReport report = runner(NAMES, options.dryRun(true)).runAndUpdateRegistry(registry);

        assertThat(report).isEqualTo(new MigrationReport("change_1_to_2", true, 1, 0, 0, List.of()));
        assertThat(engine.record(process).process().workflowVersion()).isEqualTo(1);
        assertThat(engine.database.query("SELECT FROM state_migrations")).isEmpty();
    }

    @Test
    void isRepeatedWithoutDoingAnythingTwice() {
        migrate();

        MigrationReport again = migrate();

        assertThat(again).isEqualTo(new MigrationReport("change_1_to_2", false, 0, 1, 0, List.of()));
        assertThat(engine.steps(process)).containsOnlyOnce("migration:state:success");
    }

    @Test
    void oneThatCanNotBeMigratedStopsNoneOfTheOthers() {
        UUID nameless = waiting();
        engine.database.execute(
                "UPDATE process_steps SET state = '{\"customer\": \"Ada\"}' WHERE step_key = 'look-up' AND pid = '"
                        + nameless + "'");
        UUID broken = waiting();
        engine.database.execute(
                "UPDATE process_steps SET state = '{}' WHERE step_key = 'look-up' AND pid = '" + broken + "'");

        MigrationReport report = migrate();

        assertThat(report.isOk()).isFalse();
        assertThat(report.migrated()).isEqualTo(1);
        assertThat(report.errors())
                .contains(new MigrationError(nameless, MigrationPhase.MIGRATE, "'Ada' has no first and last name"))
                .anySatisfy(error -> {
                    assertThat(error.processId()).isEqualTo(broken);
                    assertThat(error.phase()).isEqualTo(MigrationPhase.READ);
                    assertThat(error.reason()).contains("customer");
                })
                .hasSize(2);
        assertThat(engine.record(nameless).process().workflowVersion()).isEqualTo(1);
    }

    @Test
    void refusesAStepThatTheTargetDoesNotHave() {
        MigrationReport report = runner(goingOnAt("nowhere"), options).runAndUpdateRegistry(registry);

        assertThat(report.errors()).singleElement().satisfies(error -> {
            assertThat(error.phase()).isEqualTo(MigrationPhase.VALIDATE);
            assertThat(error.reason()).contains("'nowhere'", "[find, check, ask, greet]");
        });
    }

    @Test
    void goesOnByItselfAtAStepThatAsksNobody() {
        runner(goingOnAt("check"), options).runAndUpdateRegistry(registry);
        assertThat(engine.status(process)).isEqualTo(ProcessStatus.RESUMED);

        engine.runUntilIdle();

        assertThat(engine.steps(process)).endsWith("migration:state:success", "check:success", "ask:suspend");
    }

    @Test
    void leavesAProcessAloneThatAWorkerIsRunning() {
        engine.resume(process, Json.object().put("answer", "yes"));
        List<Claim> claims = engine.claim("elsewhere", 1, EngineHarness.LEASE);
        engine.queue.begin(claims);

        MigrationReport report = migrate();

        assertThat(report.errors()).singleElement().satisfies(error -> {
            assertThat(error.phase()).isEqualTo(MigrationPhase.LOCK);
            assertThat(error.reason()).contains("A worker is still running it");
        });
        assertThat(engine.record(process).process().workflowVersion()).isEqualTo(1);
    }

    @Test
    void movesTheQueueEntryToo() {
        engine.resume(process, Json.object().put("answer", "yes"));

        migrate();

        assertThat(engine.database.query("SELECT workflow, workflow_version FROM process_queue"))
                .containsExactly(List.of("change", "2"));
    }

    @Test
    void putsTheProcessIntoTheQueueWithItsPriorityAndKey() {
        engine.database.execute("UPDATE processes SET priority = 1, concurrency_key = 'north'");

        runner(goingOnAt("check"), options).runAndUpdateRegistry(registry);

        assertThat(engine.database.query("SELECT priority, concurrency_key FROM process_queue"))
                .containsExactly(List.of("1", "north"));
    }

    @Test
    void givesBackThePlaceUnderALimitThatALostWorkerHeld() {
        engine.resume(process, Json.object().put("answer", "yes"));
        engine.claim("lost", 1, Duration.ofMillis(-1));
        engine.database.execute("UPDATE process_queue SET is_counted = true");

        migrate();

        assertThat(engine.database.query("SELECT is_counted FROM process_queue"))
                .containsExactly(List.of("f"));
    }

    @Test
    void aWorkerWhoseLeaseHadRunOutCanRecordNothingMore() {
        engine.resume(process, Json.object().put("answer", "yes"));
        List<Claim> claims = engine.claim("elsewhere", 1, Duration.ofMillis(-1));

        migrate();

        assertThat(engine.queue.renew(claims, EngineHarness.LEASE)).isEmpty();
    }

    @Test
    void twoRunsAtOnceMoveEachProcessOnce() throws Exception {
        for (int more = 0; more < 60; more++) {
            engine.start("change");
        }
        engine.database.execute(
                "UPDATE processes SET workflow_version = 1; UPDATE process_queue SET workflow_version = 1;"
                        + "UPDATE process_steps SET state = state || '{\"customer\": \"Ada Lovelace\"}'");
        StateMigration<One, Two> migration = goingOnAt("check");
        try (ExecutorService machines = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<MigrationReport> one =
                    machines.submit(() -> runner(migration, options).runAndUpdateRegistry(registry));
            Future<MigrationReport> other =
                    machines.submit(() -> runner(migration, options).runAndUpdateRegistry(registry));

            assertThat(one.get().isOk()).isTrue();
            assertThat(one.get().migrated() + other.get().migrated()).isEqualTo(61);
        }

        assertThat(engine.database.query(
                        "SELECT count(*), count(DISTINCT pid) FROM process_steps WHERE step_key = 'migration:state'"))
                .containsExactly(List.of("61", "61"));
    }

    @Test
    void looksOnlyAtTheProcessesThatAreNamed() {
        UUID other = waiting();

        MigrationReport report = runner(NAMES, options.only(Set.of(other))).runAndUpdateRegistry(registry);

        assertThat(report.migrated()).isEqualTo(1);
        assertThat(engine.record(process).process().workflowVersion()).isEqualTo(1);
        assertThat(engine.record(other).process().workflowVersion()).isEqualTo(2);
    }

    @Test
    void movesBackWithTheOldStateWhileUntouched() {
        migrate();

        MigrationReport report = new MoveBack(NAMES, registry, options).run();

        assertThat(report).isEqualTo(new MigrationReport("change_1_to_2", false, 1, 0, 0, List.of()));
        assertThat(engine.record(process).process().workflow()).isEqualTo(new WorkflowVersion("change", 1));
        assertThat(engine.status(process)).isEqualTo(ProcessStatus.SUSPENDED);
        engine.resume(process, Json.object().put("answer", "yes"));
        engine.runUntilIdle();
        assertThat(engine.record(process).state().text("greeting")).isEqualTo("Ada Lovelace");
        assertThat(engine.record(process).state().toJson().has("last_name")).isFalse();
    }

    @Test
    void takesAProcessOutOfTheQueueAgainWhenItMovesBack() {
        runner(goingOnAt("check"), options).runAndUpdateRegistry(registry);

        new MoveBack(NAMES, registry, options).run();

        assertThat(engine.status(process)).isEqualTo(ProcessStatus.SUSPENDED);
        assertThat(engine.database.query("SELECT FROM process_queue")).isEmpty();
    }

    @Test
    void doesNotMoveBackWhatHasGoneOn() {
        migrate();
        engine.resume(process, Json.object().put("answer", "yes"));

        MigrationReport all = new MoveBack(NAMES, registry, options).run();
        MigrationReport named = new MoveBack(NAMES, registry, options.only(Set.of(process))).run();

        assertThat(all).isEqualTo(new MigrationReport("change_1_to_2", false, 0, 1, 0, List.of()));
        assertThat(named.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.reason()).contains("has gone on since"));
        assertThat(engine.record(process).process().workflowVersion()).isEqualTo(2);
    }

    @Test
    void canBeMigratedAgainOnceItHasMovedBack() {
        migrate();
        new MoveBack(NAMES, registry, options).run();

        MigrationReport report = migrate();

        assertThat(report.migrated()).isEqualTo(1);
        assertThat(engine.database.query("SELECT status FROM state_migrations ORDER BY migrated_at"))
                .containsExactly(List.of("moved_back"), List.of("migrated"));
    }

    @Test
    void aReportThatComesAfterwardsFindsTheStepThatWaitsForIt() {
        Workflow calling1 = new TestTask(
                "calling",
                1,
                steps -> steps.callback("ask", "Ask", Callback.into("report")).done());
        Workflow calling2 = new TestTask(
                "calling",
                2,
                steps -> steps.callback("request", "Request", Callback.into("answer"))
                        .done());
        engine.deploy(calling1);
        UUID calling = engine.start("calling");
        engine.runUntilIdle();
        String token = engine.record(calling).state().text(Callback.TOKEN);
        engine.deploy(calling1, calling2);

        MigrationReport report = runner(new Calling(), options).runAndUpdateRegistry(registry);
        engine.callbacks().receive(calling, token, Json.object().put("ok", true));
        engine.runUntilIdle();

        assertThat(report.errors()).isEmpty();
        assertThat(engine.status(calling)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(engine.steps(calling)).contains("request/await:awaiting_callback", "request/await:success");
        assertThat(engine.record(calling).state().get("answer")).isPresent();
    }

    @Test
    void aReportAfterAMoveBackFindsTheOldStepAgain() {
        Workflow calling1 = new TestTask(
                "calling",
                1,
                steps -> steps.callback("ask", "Ask", Callback.into("report")).done());
        Workflow calling2 = new TestTask(
                "calling",
                2,
                steps -> steps.callback("request", "Request", Callback.into("answer"))
                        .done());
        engine.deploy(calling1);
        UUID calling = engine.start("calling");
        engine.runUntilIdle();
        String token = engine.record(calling).state().text(Callback.TOKEN);
        engine.deploy(calling1, calling2);
        runner(new Calling(), options).runAndUpdateRegistry(registry);
        new MoveBack(new Calling(), registry, options).run();

        engine.callbacks().receive(calling, token, Json.object().put("ok", true));
        engine.runUntilIdle();

        assertThat(engine.status(calling)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(engine.record(calling).state().get("report")).isPresent();
    }

    @Test
    void whatIsStrandedWithoutItsOldCodeIsMigratedToo() {
        engine.deploy(V2);

        MigrationReport report = migrate();

        assertThat(report.errors()).isEmpty();
        assertThat(engine.status(process)).isEqualTo(ProcessStatus.SUSPENDED);
    }

    /** Knows another step's place in version 2. */
    private static final class Calling extends StateMigration<Calling.Nothing, Calling.Nothing> {
        record Nothing() {}

        Calling() {
            super(version("calling", 1, Nothing.class), version("calling", 2, Nothing.class));
        }

        @Override
        public Nothing migrate(Nothing from) {
            return from;
        }

        @Override
        public String goOnAt(Position at, Nothing state) {
            return at.step().replace("ask/", "request/");
        }
    }

    private static StateMigration<One, Two> goingOnAt(String step) {
        return new Names() {
            @Override
            public String goOnAt(Position at, Two state) {
                return step;
            }
        };
    }

    private UUID waiting() {
        engine.deploy(V1);
        UUID started = engine.start("change");
        engine.runUntilIdle();
        engine.deploy(V1, V2);
        return started;
    }

    private MigrationReport migrate() {
        return runner(NAMES, options).runAndUpdateRegistry(registry);
    }

    private MigrationRunner runner(StateMigration<?, ?> migration, MigrationOptions how) {
        return new MigrationRunner(migration, engine.workflows(), inFlight, how);
    }
}
