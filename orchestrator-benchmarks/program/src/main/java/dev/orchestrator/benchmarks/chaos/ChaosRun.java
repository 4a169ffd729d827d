package dev.orchestrator.benchmarks.chaos;

import dev.orchestrator.benchmarks.engine.Starter;
import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.machine.Database;
import dev.orchestrator.benchmarks.machine.Upgrade;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A whole run: a database, a ledger and workers of its own, processes kept under way, faults, audit.
 *
 * @param seed makes the order of the faults the same again
 * @param underWay how many processes are kept unfinished
 */
public record ChaosRun(Checkout checkout, long seed, int workers, int underWay, Consumer<String> progress) {
    private static final String STEP_MILLIS = "100";

    /** What happens while everything runs. */
    interface Plan {
        void carryOut(Chaos chaos) throws Exception;
    }

    /** Random faults for so long, or until the returned switch of {@code stopper} is thrown. */
    public ChaosReport forAsLongAs(Duration time, AtomicReference<Runnable> stopper) throws Exception {
        return with(chaos -> {
            stopper.set(chaos::stop);
            chaos.injectFor(time);
        });
    }

    ChaosReport with(Plan plan) throws Exception {
        try (Database database = Database.start(checkout)) {
            Upgrade.of(checkout, database);
            new Processes(database).prepare();
            try (Ledger ledger = Ledger.open();
                    Starter starter = Starter.on(database);
                    Workers programs = new Workers(
                            checkout.service("orchestrator-benchmarks/worker"), environment(database, ledger));
                    HeldSnapshot snapshot = new HeldSnapshot(database)) {
                snapshot.hold();
                programs.start(workers);
                ChaosReport report = run(plan, database, ledger, starter, programs);
                progress.accept("The held snapshot was cut and taken anew: " + snapshot.cuts());
                return report;
            }
        }
    }

    private ChaosReport run(Plan plan, Database database, Ledger ledger, Starter starter, Workers programs)
            throws Exception {
        Processes processes = new Processes(database);
        Chaos chaos = new Chaos(seed, database, programs, starter, new Audit(processes, ledger), progress);
        try (Feeder feeder = new Feeder(processes, starter, underWay)) {
            feeder.start();
            plan.carryOut(chaos);
            progress.accept("Starts that had to be tried again: " + feeder.refused());
        }
        return chaos.finish(ledger);
    }

    private static Map<String, String> environment(Database database, Ledger ledger) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("LEDGER_URL", ledger.url());
        environment.put("LEDGER_STEP_MILLIS", STEP_MILLIS);
        return environment;
    }
}
