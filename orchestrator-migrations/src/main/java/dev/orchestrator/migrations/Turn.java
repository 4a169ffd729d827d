package dev.orchestrator.migrations;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Lets one program at a time change a database.
 *
 * <p>The others look again now and then, and keep no connection meanwhile: a thousand that wait must not take them all from the services
 * that are at work.
 */
public final class Turn {
    private static final Duration PATIENCE_WITH_A_CROWD = Duration.ofMinutes(5);

    private final MigrationSettings settings;
    private final Consumer<String> progress;

    Turn(MigrationSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Does the work when nobody else works on the database.
     *
     * @param isDone whether there is nothing to do; asked without the lock, so that those for whom all is done wait for nobody
     */
    void take(Predicate<LoneConnection> isDone, Consumer<LoneConnection> work) {
        if (isOver(isDone, work)) {
            return;
        }
        progress.accept("Another upgrade of this database is running; waiting for it to finish");
        Pauses pauses = new Pauses();
        do {
            pauses.take();
        } while (!isOver(isDone, work));
    }

    private boolean isOver(Predicate<LoneConnection> isDone, Consumer<LoneConnection> work) {
        try (LoneConnection connection = whenThereIsRoom(() -> LoneConnection.open(settings))) {
            if (isDone.test(connection)) {
                return true;
            }
            boolean isMine = connection.tryLock();
            if (isMine) {
                work.accept(connection);
            }
            return isMine;
        }
    }

    /** Tries again, for a bounded time, while the server has no connection left. */
    public static <T> T whenThereIsRoom(Supplier<T> attempt) {
        long end = System.nanoTime() + PATIENCE_WITH_A_CROWD.toNanos();
        for (Pauses pauses = new Pauses(); ; pauses.take()) {
            try {
                return attempt.get();
            } catch (RuntimeException refused) {
                if (!DatabaseFailure.isCrowded(refused) || System.nanoTime() >= end) {
                    throw refused;
                }
            }
        }
    }
}
