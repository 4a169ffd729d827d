package dev.orchestrator.benchmarks.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures our way and the limit, which is the fastest way that there is to the same answer, in turn: what disturbs the machine for a
 * while disturbs both.
 *
 * @param clients of each side, of which only one side asks at a time
 * @param warmUp unmeasured time for each side, in which the JVM compiles and the database caches
 * @param time measured time for each side
 */
public record Contest(int clients, Duration warmUp, Duration time) {
    private static final Duration TURN = Duration.ofMillis(500);
    private static final long SEED = 20_000;

    /** What was measured of both sides. */
    public record Result(Latencies ours, Latencies limit) {
        /** How near we come to the limit, 1 being as good. */
        public double ratio() {
            return ours.perSecond() / limit.perSecond();
        }
    }

    public Result between(SessionSource ours, SessionSource limit) throws Exception {
        try (Load ourLoad = new Load(ours, clients, SEED);
                Load limitLoad = new Load(limit, clients, SEED)) {
            ourLoad.run(warmUp);
            limitLoad.run(warmUp.dividedBy(3));
            List<Latencies> ourTurns = new ArrayList<>();
            List<Latencies> limitTurns = new ArrayList<>();
            for (Duration done = Duration.ZERO; done.compareTo(time) < 0; done = done.plus(TURN)) {
                ourTurns.add(ourLoad.run(TURN));
                limitTurns.add(limitLoad.run(TURN));
            }
            return new Result(Latencies.together(ourTurns), Latencies.together(limitTurns));
        }
    }
}
