package dev.orchestrator.worker;

import dev.orchestrator.process.Checkpoints;
import dev.orchestrator.process.ChildProcesses;
import dev.orchestrator.process.ProcessQueue;
import dev.orchestrator.process.QueueHints;
import dev.orchestrator.workflow.WorkflowRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** One worker: its name, its parts, their start and their orderly end. */
@Singleton
public class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final int RENEWALS_PER_LEASE = 4;

    private final String name = UUID.randomUUID().toString();
    private final ProcessQueue queue;
    private final ProcessQueue.Registered registered;
    private final QueueHints hints;
    private final WorkerSettings settings;
    private final Map<String, Integer> limits = new HashMap<>();
    private final HeldClaims held = new HeldClaims();
    private final CheckpointWriter writer;
    private final ClaimLoop claims;
    private final CarrierWatch carriers = new CarrierWatch();
    private ScheduledExecutorService timer;
    private ScheduledFuture<?> renewals;
    private Thread claiming;
    private AutoCloseable hearing;

    public Worker(
            WorkflowRegistry workflows,
            ProcessQueue queue,
            Checkpoints checkpoints,
            Repositories repositories,
            ChildProcesses children,
            QueueHints hints,
            WorkerSettings settings,
            Clock clock) {
        this.hints = hints;
        this.queue = queue;
        this.settings = settings;
        this.registered = ProcessQueue.Registered.of(workflows.versions());
        workflows
                .all()
                .forEach(workflow ->
                        workflow.limit().ifPresent(limit -> limits.merge(workflow.name(), limit, Math::min)));
        this.writer = new CheckpointWriter(checkpoints, held);
        Recording recording = new Recording(name, clock);
        Families families = new Families(children, writer, recording);
        RunnerParts parts = new RunnerParts(
                new StepRunner(repositories, clock),
                new OutcomeWriter(writer, checkpoints, recording, families),
                families,
                recording,
                writer,
                clock);
        ProcessRunner runner = new ProcessRunner(workflows, parts, queue, held, settings.lostLeaseLimit());
        this.claims = new ClaimLoop(name, queue, registered, runner, held, carriers, settings);
    }

    public String name() {
        return name;
    }

    public int runningProcesses() {
        return held.count();
    }

    boolean isStopping() {
        return claims.isStopping();
    }

    /** Starts to claim and run, in the background. */
    public void start() {
        writer.start();
        carriers.start();
        queue.register(name, registered);
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("lease-renewer").daemon().factory());
        queue.declareLimits(registered, limits);
        long period = period().toMillis();
        renewals = timer.scheduleAtFixedRate(this::renew, period, period, TimeUnit.MILLISECONDS);
        hearing = hints.listen(claims::wakeUp);
        claiming = Thread.ofPlatform().daemon().name("claim-loop").start(claims);
        LOG.infof("workerId=%s runs %d workflows", name, registered.workflows().size());
    }

    /** Stops claiming, lets running steps finish and hands their processes back; gives up on them after the grace period. */
    public void stop() throws Exception {
        claims.stop();
        hearing.close();
        claiming.join(settings.gracePeriod());
        if (!claims.awaitIdle(settings.gracePeriod())) {
            LOG.warnf("workerId=%s leaves %d processes behind in a step; their leases run out", name, held.count());
        }
        renewals.cancel(false);
        timer.shutdown();
        carriers.stop();
        writer.stop();
        queue.unregister(name);
    }

    /** Runs without claiming by itself, for whoever wants to say when: nothing happens in the background but the writing. */
    Session session() {
        writer.start();
        return new Session();
    }

    /** A worker that claims only when told to. */
    final class Session implements AutoCloseable {
        /** Claims and runs until nothing is due any more. */
        void runUntilIdle() {
            try {
                while (claims.claimOnce() > 0) {
                    claims.awaitIdle(settings.gracePeriod());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Claims one batch and lets it run. */
        void claimOnce() throws InterruptedException {
            claims.claimOnce();
        }

        /** Claims one batch and waits until it has run. */
        void claimOnceAndWait() {
            try {
                claims.claimOnce();
                claims.awaitIdle(settings.gracePeriod());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            writer.stop();
        }
    }

    private Duration period() {
        return settings.lease().dividedBy(RENEWALS_PER_LEASE);
    }

    private void renew() {
        if (carriers.isServed()) {
            new LeaseRenewer(queue, held, settings.lease(), period()).run();
        }
        try {
            queue.register(name, registered);
        } catch (RuntimeException e) {
            LOG.debugf("workerId=%s could not report: %s", name, e.getMessage());
        }
    }
}
