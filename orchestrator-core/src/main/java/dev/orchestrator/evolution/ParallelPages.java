package dev.orchestrator.evolution;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does the same to all processes of a page, a few at a time, so that their commits share what the disk takes for one. */
final class ParallelPages implements AutoCloseable {
    private static final int AT_ONCE = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofVirtual().name("migration-", 0).factory());

    /** Returns when all are done. */
    <T> void each(List<T> page, Consumer<T> work) {
        List<? extends Future<?>> all =
                page.stream().map(one -> threads.submit(() -> work.accept(one))).toList();
        try {
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A migration's own code failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted between two processes; run it again", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
