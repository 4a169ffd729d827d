package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.process.Claim;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.SystemTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Duration PAST = Duration.ofSeconds(-1);
    private static final int ALL = 1_000;

    private final EngineHarness engine = new EngineHarness(
            new Plain("burst"),
            new Plain("rare"),
            new Plain("limited", 3),
            new Keyed("keyed"),
            new Keyed("also_keyed"));

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void runsNoMoreOfAWorkflowThanItsLimitHoweverManyWorkersRace() throws Exception {
        declareLimits();
        start("limited", 60);

        List<Claim> claims = claimByRacing(8);

        assertThat(claims).hasSize(3);
    }

    @Test
    void givesAPlaceToTheNextWhenOneIsFree() {
        declareLimits();
        start("limited", 5);
        List<Claim> claims = claim(ALL);
        assertThat(claim(ALL)).isEmpty();

        engine.abort(claims.getFirst().processId());
        engine.queue.handBack(claims.getLast());

        assertThat(claim(ALL)).hasSize(2);
    }

    @Test
    void runsOneOfAKeyAtATimeOfWhateverWorkflow() throws Exception {
        start("keyed", 20);
        start("also_keyed", 20);

        assertThat(claimByRacing(4)).hasSize(1);
    }

    @Test
    void runsAllOfThemOneAfterTheOther() {
        start("keyed", 5);
        start("also_keyed", 5);

        engine.runUntilIdle();

        assertThat(engine.database.query("SELECT count(*) FROM processes WHERE last_status = 'completed'"))
                .hasToString("[[10]]");
    }

    @Test
    void allowsWhatTheOperatorSays() {
        engine.database.execute("INSERT INTO concurrency_limits (scope, name, maximum) VALUES ('key', 'router', 4),"
                + " ('target', 'SYSTEM', 6), ('workflow', 'burst', 5)");
        start("keyed", 10);
        start("burst", 10);

        List<Claim> claims = claim(ALL);

        assertThat(claims).hasSize(6);
        assertThat(claim(ALL)).isEmpty();
    }

    @Test
    void keepsTheOperatorsLimitWhenAWorkerDeclaresAnother() {
        engine.database.execute(
                "INSERT INTO concurrency_limits (scope, name, maximum) VALUES ('workflow', 'limited', 9)");
        declareLimits();

        start("limited", 20);

        assertThat(claim(ALL)).hasSize(9);
    }

    @Test
    void forgetsALimitThatTheCodeDeclaresNoMore() {
        declareLimits();
        engine.queue.declareLimits(engine.registered(), Map.of());
        start("limited", 20);

        assertThat(claim(ALL)).hasSize(20);
    }

    @Test
    void takesOverUnderALimitWhatALostWorkerRan() {
        start("keyed", 2);
        Claim lost = engine.claim("lost", ALL, PAST).getFirst();

        List<Claim> claims = claim(ALL);

        assertThat(claims).extracting(Claim::processId).containsExactly(lost.processId());
        assertThat(claims.getFirst().lostLeases()).isEqualTo(1);
    }

    @Test
    void runsWhatKeptItsPlaceWhenItsClaimWasTakenAway() {
        start("keyed", 1);
        claim(ALL);
        engine.database.execute("UPDATE process_queue SET leased_until = NULL, worker = NULL");

        assertThat(claim(ALL)).hasSize(1);
    }

    @Test
    void countsNothingThatOnlyWaits() {
        start("keyed", 2);
        Claim first = claim(ALL).getFirst();
        engine.database.execute(
                "UPDATE process_queue SET due_at = now() + interval '1 hour' WHERE pid = '" + first.processId() + "'");
        engine.queue.handBack(first);

        assertThat(claim(ALL)).hasSize(1);
    }

    @Test
    void aBurstOfOneWorkflowLeavesTheOthersTheirShare() {
        start("burst", 200);
        List<UUID> rare = start("rare", 5);

        List<Claim> claims = claim(20);

        assertThat(claims)
                .hasSizeLessThanOrEqualTo(20)
                .extracting(Claim::processId)
                .containsAll(rare);
    }

    @Test
    void aBurstOfLongProcessesDoesNotFillAWorker() {
        Crowding crowding = new Crowding(100);
        for (int i = 0; i < 85; i++) {
            crowding.enter("burst");
        }
        assertThat(crowding.mostWanted(500)).isEqualTo(5);

        for (int i = 0; i < 5; i++) {
            crowding.enter("burst");
        }

        assertThat(crowding.withRoom(engine.registered()).workflows())
                .contains("rare")
                .doesNotContain("burst");
        assertThat(crowding.mostWanted(500)).isEqualTo(90);
    }

    @Test
    void takesWhatIsMoreUrgentFirst() {
        start("burst", 10);
        List<UUID> urgent = start("rare", 3);
        engine.database.execute("UPDATE process_queue SET priority = 1 WHERE workflow = 'rare'");

        assertThat(claim(3)).extracting(Claim::processId).containsExactlyInAnyOrderElementsOf(urgent);
    }

    @Test
    void findsWhatIsDueBehindAnyNumberThatIsNot() {
        start("burst", 5);
        engine.database.execute("UPDATE process_queue SET due_at = now() + interval '1 hour'");
        List<UUID> due = start("burst", 1);

        assertThat(claim(ALL)).extracting(Claim::processId).containsExactlyElementsOf(due);
    }

    @Test
    void handsBackWhatItHasClaimedWithoutKnowing() {
        start("burst", 2);
        Claim known = claim(1).getFirst();
        claim(1);

        engine.queue.handBackAllBut(List.of(known.processId()), "one");

        assertThat(claim(ALL)).hasSize(1).extracting(Claim::processId).doesNotContain(known.processId());
    }

    private void declareLimits() {
        engine.queue.declareLimits(engine.registered(), Map.of("limited", 3));
    }

    private List<UUID> start(String workflow, int number) {
        List<UUID> started = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            started.add(engine.start(workflow));
        }
        return started;
    }

    private List<Claim> claim(int limit) {
        return engine.claim("one", limit, EngineHarness.LEASE);
    }

    /** Each of the workers claims again and again. */
    private List<Claim> claimByRacing(int workers) throws Exception {
        Callable<List<Claim>> worker = () -> {
            List<Claim> claims = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                claims.addAll(claim(10));
            }
            return claims;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Claim> all = new ArrayList<>();
            for (Future<List<Claim>> claims : threads.invokeAll(Collections.nCopies(workers, worker))) {
                all.addAll(claims.get());
            }
            return all;
        }
    }

    private static class Plain extends SystemTask {
        private final String name;
        private final int limit;

        Plain(String name) {
            this(name, 0);
        }

        Plain(String name, int limit) {
            this.name = name;
            this.limit = limit;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public OptionalInt limit() {
            return limit == 0 ? OptionalInt.empty() : OptionalInt.of(limit);
        }

        @Override
        public StepList steps() {
            return begin().stateStep("a", "A", state -> State.empty()).done();
        }
    }

    private static final class Keyed extends Plain {
        Keyed(String name) {
            super(name);
        }

        @Override
        public Optional<String> concurrencyKey(State start) {
            return Optional.of("router");
        }
    }
}
