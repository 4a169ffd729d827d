package dev.orchestrator.worker;

import dev.orchestrator.evolution.SecondLook;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/** Looks again, when the worker starts and then from time to time, at processes that did not fit other code. */
@Singleton
class SecondLooks {
    private static final Logger LOG = Logger.getLogger(SecondLooks.class);
    private static final Duration PERIOD = Duration.ofSeconds(30);

    private final SecondLook secondLook;
    private final CountDownLatch stopped = new CountDownLatch(1);

    SecondLooks(SecondLook secondLook) {
        this.secondLook = secondLook;
    }

    void start() {
        Thread.ofVirtual().name("second-looks").start(this::run);
    }

    void stop() {
        stopped.countDown();
    }

    private void run() {
        try {
            look(secondLook::atStart);
            while (!stopped.await(PERIOD.toSeconds(), TimeUnit.SECONDS)) {
                look(secondLook::again);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void look(IntSupplier look) {
        try {
            int moved = look.getAsInt();
            if (moved > 0) {
                LOG.infof("%d processes that did not fit other code are looked at again", moved);
            }
        } catch (RuntimeException e) {
            LOG.warnf("Stopped processes were not looked at, will be tried again: %s", e.getMessage());
        }
    }
}
