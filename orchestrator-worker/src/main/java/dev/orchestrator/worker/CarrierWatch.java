package dev.orchestrator.worker;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jboss.logging.Logger;

/**
 * Sees to it that steps which compute without end and hear no interruption do not keep all carriers of the virtual threads, on which
 * the other processes wait to run.
 *
 * <p>A virtual thread that is not served in time shows it; then the JVM gets more carriers, and the system shares the processors
 * between them. Where the JVM can't be told so, the worker stops claiming and lets its leases run out, so that others take over.
 */
final class CarrierWatch {
    private static final Logger LOG = Logger.getLogger(CarrierWatch.class);

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int MOST_CARRIERS = 128;

    private static final String SCHEDULER = "jdk.management:type=VirtualThreadScheduler";
    private static final String PARALLELISM = "Parallelism";

    private volatile boolean isServed = true;
    private Thread thread;

    void start() {
        thread = Thread.ofPlatform().daemon().name("carrier-watch").start(this::watch);
    }

    void stop() {
        thread.interrupt();
    }

    /** Whether virtual threads run; false from when one had to wait too long until it is served. */
    boolean isServed() {
        return isServed;
    }

    private void watch() {
        try {
            while (true) {
                CountDownLatch served = new CountDownLatch(1);
                Thread.ofVirtual().name("carrier-probe").start(served::countDown);
                while (!served.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    isServed = false;
                    addCarriers();
                }
                isServed = true;
                TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void addCarriers() {
        try {
            MBeanServer jvm = ManagementFactory.getPlatformMBeanServer();
            ObjectName scheduler = new ObjectName(SCHEDULER);
            int carriers = (int) jvm.getAttribute(scheduler, PARALLELISM);
            int more = Math.min(2 * carriers, MOST_CARRIERS);
            if (more == carriers) {
                LOG.errorf(
                        "All %d carriers are kept by steps that compute without end; this worker claims nothing",
                        carriers);
                return;
            }
            jvm.setAttribute(scheduler, new Attribute(PARALLELISM, more));
            LOG.warnf("All %d carriers are kept by steps that compute without end; now there are %d", carriers, more);
        } catch (JMException e) {
            LOG.errorf(
                    "All carriers are kept by steps that compute without end, and this JVM gives no more (%s): this worker claims"
                            + " nothing and lets its leases run out. JDK 24 or newer would give more; else give such steps less to do",
                    e.getMessage());
        }
    }
}
