package dev.orchestrator.worker;

import dev.orchestrator.error.DatabaseOutage;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.Checkpoint;
import dev.orchestrator.process.Checkpoints;
import dev.orchestrator.process.Checkpoints.Decision;
import dev.orchestrator.process.Checkpoints.Settled;
import dev.orchestrator.process.Claim;
import dev.orchestrator.process.Parent;
import dev.orchestrator.process.Verdict;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Records steps, many processes in one commit.
 *
 * <p>A flusher writes whatever has gathered while the last write was under way, so a lone process waits for nobody and a
 * thousand share one commit. Two flushers overlap one's commit with the other's gathering; more were no faster. A caller
 * returns only when its checkpoint is committed, or its claim is known to be lost. A write that fails because the database is
 * away is tried again until the claim is lost, or turns out to have reached it: an outcome is never dropped and never doubled. The
 * flushers have threads of the system, so that steps that keep the virtual threads' carriers busy can't hold up what others have done.
 */
final class CheckpointWriter {
    private static final Logger LOG = Logger.getLogger(CheckpointWriter.class);
    private static final int FLUSHERS = 2;
    private static final int MOST_IN_ONE_STATEMENT = 500;
    private static final long PAUSE_WHEN_AWAY_MILLIS = 250;

    private static final String ROLLED_BACK = "40";

    private final Checkpoints checkpoints;
    private final HeldClaims held;
    private final BlockingQueue<Pending> pending = new LinkedBlockingQueue<>();
    private final List<Thread> flushers = new ArrayList<>();

    /**
     * A checkpoint that somebody waits for.
     *
     * @param mayBeRecorded whether a write of it was sent whose answer was lost
     */
    private record Pending(Checkpoint checkpoint, CompletableFuture<Verdict> verdict, boolean mayBeRecorded) {}

    CheckpointWriter(Checkpoints checkpoints, HeldClaims held) {
        this.checkpoints = checkpoints;
        this.held = held;
    }

    void start() {
        for (int flusher = 0; flusher < FLUSHERS; flusher++) {
            flushers.add(Thread.ofPlatform()
                    .daemon()
                    .name("checkpoint-flusher-" + flusher)
                    .start(this::flushForever));
        }
    }

    /** Ends the flushers; call it when no process is running any more. */
    void stop() {
        flushers.forEach(Thread::interrupt);
    }

    /**
     * Waits until the checkpoint is on record, or known to be lost.
     *
     * @throws UnstorableOutcome when the database refuses the content of this checkpoint
     */
    Verdict write(Checkpoint checkpoint) {
        Pending mine = new Pending(checkpoint, new CompletableFuture<>(), false);
        pending.add(mine);
        try {
            return mine.verdict.join();
        } catch (java.util.concurrent.CompletionException e) {
            if (e.getCause() instanceof UnstorableOutcome refused) {
                throw refused;
            }
            throw e;
        }
    }

    /** As {@link Checkpoints#settle}, tried again while the database is away and the claim may still hold. */
    Settled settle(Claim claim, Optional<Parent> parent, Decision decision) {
        while (true) {
            try {
                return checkpoints.settle(claim, parent, decision);
            } catch (RuntimeException e) {
                if (!isAway(e) || !held.holds(claim)) {
                    throw e;
                }
                LOG.warnf("processId=%s will be settled again: %s", claim.processId(), e.getMessage());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_WHEN_AWAY_MILLIS));
            }
        }
    }

    /** Whether the statement was never judged: no connection, a server that stops or starts, or a deadlock's victim. */
    private static boolean isAway(Throwable thrown) {
        return DatabaseOutage.isCauseOf(thrown)
                || (thrown instanceof PgException refused
                        && refused.getSqlState() != null
                        && refused.getSqlState().startsWith(ROLLED_BACK));
    }

    private void flushForever() {
        List<Pending> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(pending.take());
                pending.drainTo(batch, MOST_IN_ONE_STATEMENT - 1);
                flush(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void flush(List<Pending> gathered) throws InterruptedException {
        List<Pending> batch = gathered;
        try {
            batch = withoutRecorded(gathered);
            if (batch.isEmpty()) {
                return;
            }
            Map<UUID, Verdict> written =
                    checkpoints.write(batch.stream().map(Pending::checkpoint).toList());
            batch.forEach(one -> one.verdict.complete(
                    written.getOrDefault(one.checkpoint.claim().processId(), Verdict.LOST)));
        } catch (RuntimeException | Error e) {
            if (isRefusal(e)) {
                refuseOrSplit(batch, e);
            } else {
                tryAgainLater(batch, e);
            }
        }
    }

    /** Answers those that turn out to be on record already, and returns the others. */
    private List<Pending> withoutRecorded(List<Pending> batch) {
        List<Checkpoint> doubtful = batch.stream()
                .filter(Pending::mayBeRecorded)
                .map(Pending::checkpoint)
                .toList();
        if (doubtful.isEmpty()) {
            return batch;
        }
        Set<Checkpoint> recorded = checkpoints.recorded(doubtful);
        Map<Boolean, List<Pending>> parts = batch.stream()
                .collect(Collectors.partitioningBy(one -> one.mayBeRecorded && recorded.contains(one.checkpoint)));
        parts.get(true).forEach(one -> one.verdict.complete(Verdict.GO_ON));
        return parts.get(false);
    }

    /** One bad document must not fail the others of its batch: write them one by one. */
    private void refuseOrSplit(List<Pending> batch, Throwable refusal) throws InterruptedException {
        if (batch.size() == 1) {
            batch.getFirst().verdict.completeExceptionally(new UnstorableOutcome(refusal));
            return;
        }
        for (Pending one : batch) {
            flush(List.of(one));
        }
    }

    private void tryAgainLater(List<Pending> batch, Throwable cause) throws InterruptedException {
        LOG.warnf("%d checkpoints were not written, will be tried again: %s", batch.size(), cause.getMessage());
        TimeUnit.MILLISECONDS.sleep(PAUSE_WHEN_AWAY_MILLIS);
        for (Pending one : batch) {
            if (held.holds(one.checkpoint.claim())) {
                pending.add(new Pending(one.checkpoint, one.verdict, true));
            } else {
                one.verdict.complete(Verdict.LOST);
            }
        }
    }

    /**
     * Whether trying again can't help: the document can't be written as JSON, the JVM has not the memory or the stack for it, or the
     * server read the statement and refused its content (SQLSTATE classes 22, 23 and 54).
     */
    static boolean isRefusal(Throwable thrown) {
        if (thrown instanceof OrchestratorException || thrown instanceof Error) {
            return true;
        }
        return thrown instanceof PgException refused
                && refused.getSqlState() != null
                && (refused.getSqlState().startsWith("22")
                        || refused.getSqlState().startsWith("23")
                        || refused.getSqlState().startsWith("54"));
    }

    /** The database refuses the content of a checkpoint, such as text with a NUL character. */
    static final class UnstorableOutcome extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnstorableOutcome(Throwable cause) {
            super(
                    "What the step returned can't be stored: " + (cause instanceof Error ? cause : cause.getMessage()),
                    cause);
        }
    }
}
