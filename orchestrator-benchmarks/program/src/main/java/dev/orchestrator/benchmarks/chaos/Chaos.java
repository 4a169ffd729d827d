package dev.orchestrator.benchmarks.chaos;

import dev.orchestrator.benchmarks.engine.Starter;
import dev.orchestrator.benchmarks.ledger.Poisons;
import dev.orchestrator.benchmarks.machine.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Injects one fault after the other, each as soon as the processes that the last one hit have moved on, and audits what ended. */
final class Chaos {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration FREEZE_BEYOND_LEASE = Duration.ofSeconds(14);
    private static final int LONGEST_QUIET_MILLIS = 2_000;
    private static final int SETTLED_SECONDS = 20;

    private final Random random;
    private final Database database;
    private final Workers workers;
    private final Starter starter;
    private final Processes processes;
    private final Audit audit;
    private final Consumer<String> progress;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private Duration slowestRecovery = Duration.ZERO;
    private long stranded;

    Chaos(long seed, Database database, Workers workers, Starter starter, Audit audit, Consumer<String> progress) {
        this.random = new Random(seed);
        this.database = database;
        this.workers = workers;
        this.starter = starter;
        this.processes = new Processes(database);
        this.audit = audit;
        this.progress = progress;
    }

    /** Ends the run after the fault that is under way. */
    void stop() {
        stop.countDown();
    }

    /** Faults of all kinds in random order until the time is over or somebody says stop. */
    void injectFor(Duration time) throws SQLException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        Fault[] kinds = Fault.values();
        while (System.nanoTime() < end && !pause(Duration.ofMillis(random.nextInt(LONGEST_QUIET_MILLIS)))) {
            inject(kinds[random.nextInt(kinds.length)]);
        }
    }

    /** One fault, and what it takes until all are under way again. */
    void inject(Fault fault) throws SQLException, InterruptedException {
        List<UUID> affected = awaitWork();
        Instant begin = Instant.now();
        Instant since = befall(fault, begin);
        Duration recovery = awaitProgress(affected, since);
        workers.replaceLost();
        audit.finished(SETTLED_SECONDS);
        faults.merge(fault, 1, Integer::sum);
        slowestRecovery = recovery.compareTo(slowestRecovery) > 0 ? recovery : slowestRecovery;
        progress.accept(String.format(
                "%-17s %4d processes hit, all under way after %.1f s",
                fault.words(), affected.size(), recovery.toMillis() / 1e3));
    }

    /** A fault that hits nothing proves nothing. */
    private List<UUID> awaitWork() throws SQLException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        List<UUID> running = processes.leased();
        while (running.isEmpty() && Instant.now().isBefore(deadline)) {
            workers.replaceLost();
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
            running = processes.leased();
        }
        return running;
    }

    /** Returns the moment from which recovery counts: when the outside world is well again. */
    private Instant befall(Fault fault, Instant begin) throws SQLException, InterruptedException {
        switch (fault) {
            case KILL_WORKER -> workers.kill(random);
            case REPLACE_WORKER -> workers.replace(random);
            case FREEZE_WORKER -> freeze();
            case CUT_CONNECTIONS -> processes.cutConnections();
            case POISON -> Poisons.NAMES.forEach(starter::start);
            case CRASH_DATABASE -> {
                database.crash();
                database.restart();
                return Instant.now();
            }
        }
        return begin;
    }

    private void freeze() throws InterruptedException {
        var frozen = workers.any(random);
        frozen.suspend();
        pause(FREEZE_BEYOND_LEASE);
        frozen.goOn();
    }

    private Duration awaitProgress(List<UUID> affected, Instant since) throws SQLException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        List<UUID> still = processes.standingStill(affected, since);
        while (!still.isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                stranded += still.size();
                progress.accept("Not under way again after " + PATIENCE.toSeconds() + " s: " + still.size()
                        + " processes, such as " + still.getFirst());
                break;
            }
            workers.replaceLost();
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
            still = processes.standingStill(still, since);
        }
        return Duration.between(since, Instant.now());
    }

    /** Waits for all that was started, and audits the rest. */
    ChaosReport finish(Ledger ledger) throws SQLException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (processes.unfinished() > 0 && Instant.now().isBefore(deadline)) {
            workers.replaceLost();
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        }
        stranded += processes.unfinished();
        audit.finished(0);
        audit.leftovers();
        return new ChaosReport(
                audit.audited(),
                audit.steps(),
                audit.poisons(),
                Map.copyOf(faults),
                audit.lost(),
                audit.doubled(),
                audit.wronglyEnded(),
                stranded,
                ledger.repeated(),
                slowestRecovery,
                audit.findings());
    }

    private boolean pause(Duration time) throws InterruptedException {
        return stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
