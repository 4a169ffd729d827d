package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.StartProcess;
import dev.orchestrator.process.postgres.PostgresNewProcesses;
import dev.orchestrator.schedule.Cadence;
import dev.orchestrator.schedule.DeclareSchedules;
import dev.orchestrator.schedule.DefaultSchedule;
import dev.orchestrator.schedule.EditSchedules;
import dev.orchestrator.schedule.FireSchedules;
import dev.orchestrator.schedule.MissedRuns;
import dev.orchestrator.schedule.NewSchedule;
import dev.orchestrator.schedule.Schedule;
import dev.orchestrator.schedule.ScheduleRepository;
import dev.orchestrator.schedule.postgres.PostgresScheduleRepository;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.StartContext;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.SystemTask;
import dev.orchestrator.workflow.WorkflowRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SchedulesTest {
    private static EngineHarness engine;
    private static ScheduleRepository schedules;
    private static StartProcess start;
    private static WorkflowRegistry workflows;

    /** Comes with a schedule, and can be told to refuse. */
    private static final class TaskCount extends SystemTask implements DefaultSchedule {
        private volatile String refusal;

        @Override
        public Declared defaultSchedule() {
            return DefaultSchedule.cron("0 3 * * *");
        }

        @Override
        public Optional<String> whyNotNow(StartContext context) {
            return Optional.ofNullable(refusal);
        }

        @Override
        public StepList steps() {
            return begin().stateStep("count", "Count", state -> State.of("counted", 1))
                    .done();
        }
    }

    private static final TaskCount TASK = new TaskCount();

    @BeforeAll
    static void open() {
        engine = new EngineHarness(TASK);
        workflows = new WorkflowRegistry(List.of(TASK));
        schedules = new PostgresScheduleRepository(engine.pool);
        start = new StartProcess(
                workflows,
                engine.contexts,
                new PostgresNewProcesses(engine.pool, engine.hints),
                engine.processes,
                Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @AfterEach
    void clear() {
        TASK.refusal = null;
        engine.processes.setLock(false);
        engine.database.execute("DELETE FROM schedules; DELETE FROM processes");
    }

    @Test
    void firesEachDueTimeOnceHoweverManyWorkersLook() throws Exception {
        List<UUID> due = new ArrayList<>();
        for (int count = 0; count < 20; count++) {
            due.add(hourly(MissedRuns.ONCE));
        }
        makeDue("1 second");

        int fired = atOnce(12, () -> fire().fireDue());

        assertThat(fired).isEqualTo(due.size());
        assertThat(processes()).isEqualTo(due.size());
        assertThat(due).allSatisfy(schedule -> {
            Schedule moved = schedules.get(schedule);
            assertThat(moved.nextRunAt()).isAfter(Instant.now());
            assertThat(engine.record(moved.last().orElseThrow().processId())
                            .process()
                            .createdBy())
                    .isEqualTo("SYSTEM");
        });
    }

    @Test
    void startsAProcessThatRuns() {
        UUID schedule = hourly(MissedRuns.ONCE);
        makeDue("1 second");

        fire().fireDue();
        engine.runUntilIdle();

        UUID process = schedules.get(schedule).last().orElseThrow().processId();
        assertThat(engine.steps(process)).containsExactly("start:success", "count:success", "done:complete");
    }

    @Test
    void catchesUpWithMissedTimesAsDeclared() {
        UUID skipping = hourly(MissedRuns.SKIP);
        UUID once = hourly(MissedRuns.ONCE);
        UUID all = hourly(MissedRuns.ALL);
        makeDue("150 minutes");

        fire().fireDue();

        assertThat(schedules.get(skipping).last().orElseThrow().problem()).contains("missed");
        assertThat(schedules.get(once).last().orElseThrow().problem()).isNull();
        assertThat(processes()).as("one for ONCE, three for ALL").isEqualTo(4);
        assertThat(schedules.get(all).nextRunAt()).isAfter(Instant.now());
    }

    @Test
    void waitsWhileTheEngineIsPaused() {
        hourly(MissedRuns.ONCE);
        makeDue("1 second");
        engine.processes.setLock(true);

        assertThat(fire().fireDue()).isZero();

        engine.processes.setLock(false);
        assertThat(fire().fireDue()).isEqualTo(1);
    }

    @Test
    void putsARefusalOnRecordAndGoesOn() {
        UUID refused = hourly(MissedRuns.ONCE);
        makeDue("1 second");
        TASK.refusal = "Not on a Saturday";

        assertThat(fire().fireDue()).isEqualTo(1);

        Schedule schedule = schedules.get(refused);
        assertThat(schedule.last().orElseThrow().problem()).isEqualTo("Not on a Saturday");
        assertThat(schedule.nextRunAt()).isAfter(Instant.now());
        assertThat(processes()).isZero();
    }

    @Test
    void leavesAWorkflowThatItLacksToOthers() {
        hourly(MissedRuns.ONCE);
        makeDue("1 second");

        assertThat(fire(new WorkflowRegistry(List.of())).fireDue()).isZero();
        assertThat(fire().fireDue()).isEqualTo(1);
    }

    @Test
    void staysDueWhenTheProcessCouldNotBeWritten() {
        hourly(MissedRuns.ONCE);
        makeDue("1 second");
        engine.database.execute("""
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room'; END $$;
                CREATE TRIGGER refuse BEFORE INSERT ON processes FOR EACH ROW EXECUTE FUNCTION refuse();
                """);

        assertThat(fire().fireDue()).isZero();

        engine.database.execute("DROP TRIGGER refuse ON processes; DROP FUNCTION refuse");
        assertThat(fire().fireDue()).isEqualTo(1);
        assertThat(processes()).isEqualTo(1);
    }

    @Test
    void endsWhenNoTimeIsLeft() {
        UUID once = create(new Cadence.Once(Instant.now().plusSeconds(60)), MissedRuns.ONCE);
        makeDue("1 second");
        engine.database.execute("UPDATE schedules SET cadence = jsonb_build_object('at', next_run_at)");

        fire().fireDue();

        assertThat(processes()).isEqualTo(1);
        assertThat(schedules.find(once)).isEmpty();
    }

    @Test
    void declaresAScheduleOnceWhateverItsOwnerDoesToIt() {
        DeclareSchedules declare = new DeclareSchedules(workflows, schedules, Clock.systemUTC());
        declare.declareAll();
        Schedule declared = schedules.all().getFirst();
        assertThat(declared.cadence().trigger()).isEqualTo("cron[0 3 * * *, Z]");

        edit().change(declared.scheduleId(), "Mine", null, null, MissedRuns.SKIP);
        declare.declareAll();
        assertThat(schedules.all()).extracting(Schedule::name).containsExactly("Mine");

        edit().delete(declared.workflowId(), Optional.of(declared.scheduleId()));
        declare.declareAll();
        assertThat(schedules.all()).isEmpty();
    }

    @Test
    void refusesAScheduleWithoutATimeToCome() {
        assertThatThrownBy(() -> create(new Cadence.Once(Instant.now().minusSeconds(5)), MissedRuns.ONCE))
                .isInstanceOf(OrchestratorException.class)
                .hasMessageContaining("needs a time to come");
        assertThat(schedules.all()).isEmpty();
    }

    @Test
    void theWorkersLoopFiresWithinASecond() throws Exception {
        ScheduleLoop loop = new ScheduleLoop(new DeclareSchedules(workflows, schedules, Clock.systemUTC()), fire());
        CountDownLatch announced = new CountDownLatch(1);
        Instant due = Instant.now().plusSeconds(1);
        create(new Cadence.Once(due), MissedRuns.ONCE);

        AutoCloseable ear = engine.hints.listen(announced::countDown);
        try {
            loop.start();
            assertThat(announced.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            loop.stop();
            ear.close();
        }

        String late = engine.database
                .query("SELECT started_at BETWEEN '%s' AND '%s' FROM processes".formatted(due, due.plusSeconds(1)))
                .getFirst()
                .getFirst();
        assertThat(late).isEqualTo("t");
    }

    private static UUID hourly(MissedRuns missed) {
        return create(new Cadence.Interval(Duration.ofHours(1), Instant.now()), missed);
    }

    private static UUID create(Cadence cadence, MissedRuns missed) {
        UUID workflow = UUID.fromString(engine.database
                .query("SELECT workflow_id FROM workflows WHERE name = 'task_count'")
                .getFirst()
                .getFirst());
        return edit().create(
                        new NewSchedule(workflow, TASK.name(), "Count", cadence, missed, List.of()), null, "tester");
    }

    /** As if the schedules had been created so much earlier. */
    private static void makeDue(String ago) {
        engine.database.execute("""
                UPDATE schedules SET next_run_at = date_trunc('milliseconds', now() - interval '%1$s'),
                    cadence = cadence || jsonb_build_object(
                        'start', to_char(date_trunc('milliseconds', now() - interval '%1$s') AT TIME ZONE 'UTC',
                                         'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
                """.formatted(ago));
    }

    private static EditSchedules edit() {
        return new EditSchedules(schedules, start, Clock.systemUTC());
    }

    private static FireSchedules fire() {
        return fire(workflows);
    }

    private static FireSchedules fire(WorkflowRegistry registered) {
        return new FireSchedules(
                schedules, registered, start, new PostgresNewProcesses(engine.pool, engine.hints), engine.hints);
    }

    private static int processes() {
        return Integer.parseInt(engine.database
                .query("SELECT count(*) FROM processes")
                .getFirst()
                .getFirst());
    }

    private static int atOnce(int workers, Callable<Integer> each) throws Exception {
        int sum = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            for (Future<Integer> one : threads.invokeAll(Collections.nCopies(workers, each))) {
                sum += one.get();
            }
        }
        return sum;
    }
}
