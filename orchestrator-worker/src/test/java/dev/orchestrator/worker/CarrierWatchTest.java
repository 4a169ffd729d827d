package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.Attribute;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class CarrierWatchTest {
    private static final int SUBMITTERS = 64;
    private static final int WAITING_OF_EACH = 3;

    /** As in a worker: what wakes virtual threads are many event loops, and once it claims no more, nothing does. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_24)
    void servesThreadsThatWaitInAllQueuesOfTheScheduler() throws Exception {
        int carriers = carriers();
        AtomicBoolean spinning = new AtomicBoolean(true);
        CountDownLatch kept = new CountDownLatch(carriers);
        for (int carrier = 0; carrier < carriers; carrier++) {
            Thread.ofVirtual().start(() -> {
                kept.countDown();
                while (spinning.get()) {
                    Thread.onSpinWait();
                }
            });
        }
        CarrierWatch watch = new CarrierWatch();
        try {
            kept.await();
            CountDownLatch served = new CountDownLatch(SUBMITTERS * WAITING_OF_EACH);
            for (int submitter = 0; submitter < SUBMITTERS; submitter++) {
                Thread.ofPlatform().start(() -> startWaiting(served)).join();
            }
            watch.start();

            assertThat(served.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            watch.stop();
            spinning.set(false);
            setCarriers(carriers);
        }
    }

    private static void startWaiting(CountDownLatch served) {
        for (int waiting = 0; waiting < WAITING_OF_EACH; waiting++) {
            Thread.startVirtualThread(served::countDown);
        }
    }

    private static int carriers() throws Exception {
        return (int) ManagementFactory.getPlatformMBeanServer().getAttribute(scheduler(), "Parallelism");
    }

    private static void setCarriers(int carriers) throws Exception {
        ManagementFactory.getPlatformMBeanServer().setAttribute(scheduler(), new Attribute("Parallelism", carriers));
    }

    private static ObjectName scheduler() throws Exception {
        return new ObjectName("jdk.management:type=VirtualThreadScheduler");
    }
}
