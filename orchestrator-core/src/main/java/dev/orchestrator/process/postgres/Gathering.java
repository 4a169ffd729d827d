package dev.orchestrator.process.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Lets writes that come at the same time share one statement and one commit.
 *
 * <p>What comes while a write is under way waits for the next one, so a lone caller waits for nobody and many share the cost: one
 * statement of eight costs the database a fifth of eight statements. When a shared write fails each is written alone, so that nobody pays
 * for another's fault. Not for writes that may wait for a lock, which would hold up all others.
 *
 * @param <T> what is written
 * @param <R> what each caller gets
 */
final class Gathering<T, R> {
    private static final int MOST_IN_ONE_WRITE = 500;

    private final Function<List<T>, List<R>> write;
    private final Queue<Waiting<T, R>> waiting = new ConcurrentLinkedQueue<>();

    /** Whether somebody is writing and will see to what comes meanwhile. */
    private final AtomicBoolean isWriting = new AtomicBoolean();

    private record Waiting<T, R>(T content, CompletableFuture<R> result) {}

    /** @param write returns one result for each content, in their order */
    Gathering(Function<List<T>, List<R>> write) {
        this.write = write;
    }

    /** Waits until it is written. Fails as the write of it fails. */
    R write(T content) {
        Waiting<T, R> mine = new Waiting<>(content, new CompletableFuture<>());
        waiting.add(mine);
        writeUnlessSomebodyDoes();
        try {
            return mine.result.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** How many wait for a write to begin. */
    int waiting() {
        return waiting.size();
    }

    /** Not in the caller's thread: if that is interrupted, what others wait for must not be torn apart. */
    private void writeUnlessSomebodyDoes() {
        if (isWriting.compareAndSet(false, true)) {
            Thread.ofVirtual().name("gathering").start(() -> {
                try {
                    writeAll();
                } finally {
                    isWriting.set(false);
                }
                if (!waiting.isEmpty()) {
                    writeUnlessSomebodyDoes();
                }
            });
        }
    }

    private void writeAll() {
        for (List<Waiting<T, R>> batch = take(); !batch.isEmpty(); batch = take()) {
            write(batch);
        }
    }

    private List<Waiting<T, R>> take() {
        List<Waiting<T, R>> batch = new ArrayList<>();
        while (batch.size() < MOST_IN_ONE_WRITE) {
            Waiting<T, R> next = waiting.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
        }
        return batch;
    }

    private void write(List<Waiting<T, R>> batch) {
        try {
            List<R> results = write.apply(batch.stream().map(Waiting::content).toList());
            for (int n = 0; n < batch.size(); n++) {
                batch.get(n).result.complete(results.get(n));
            }
        } catch (RuntimeException | Error failure) {
            if (batch.size() == 1) {
                batch.getFirst().result.completeExceptionally(failure);
            } else {
                batch.forEach(one -> write(List.of(one)));
            }
        }
    }
}
